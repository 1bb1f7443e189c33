import { exerciseIn, type Library } from '#domain/library/library-facts.js'
import type { Warning } from '#domain/warnings/raise-warnings.js'
import { exerciseRefOf } from '#orchestration/training/exercise-ref.js'
import type { WarningResource } from './warnings.schema.js'

/** Presents a warning with the exercise that it is about. */
export function presentWarning({ exerciseId, ...warning }: Warning, library: Library): WarningResource {
  const exercise = exerciseId === null ? null : exerciseRefOf(exerciseIn(library, exerciseId))
  return { ...warning, exercise }
}
