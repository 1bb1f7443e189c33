import type { ExerciseId } from '#domain/values/id.schema.js'
import type { CoachLibrary } from '../coach-exercise.js'

/** How an athlete does an exercise, apart from its sets; null where they do it as the library says. */
export type OwnPace = {
  readonly exerciseId: ExerciseId
  readonly tempo: string | null
  readonly restSeconds: number | null
}

/** Returns the library with the athlete's own tempo and rests in the place of its own. */
export function atOwnPace(library: CoachLibrary, paces: readonly OwnPace[]): CoachLibrary {
  if (paces.length === 0) return library
  const own = new Map(library)
  for (const { exerciseId, tempo, restSeconds } of paces) {
    const exercise = library.get(exerciseId)
    if (!exercise) continue
    own.set(exerciseId, {
      ...exercise,
      tempo: tempo ?? exercise.tempo,
      restSeconds: restSeconds ?? exercise.restSeconds,
    })
  }
  return own
}
