import { exerciseIn, type Library } from '#domain/library/library-facts.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { Evidence } from '#domain/warnings/evidence/evidence.js'
import { explainFlag } from '#domain/warnings/explain-flag.js'
import type { Flag, FlagFacts } from '#domain/warnings/warning-flag.js'
import { exerciseRefOf } from '#orchestration/training/exercise-ref.js'
import type { WarningResource } from './warnings.schema.js'

/** A warning as it is answered. */
export function presentWarning(
  { code, severity }: Flag,
  { since, category, exerciseId, painSite }: Evidence,
  facts: FlagFacts,
  library: Library,
  rules: TrainingRules,
): WarningResource {
  const exercise = exerciseId === null ? null : exerciseRefOf(exerciseIn(library, exerciseId))
  return {
    code,
    severity,
    since,
    category,
    exercise,
    painSite,
    ...explainFlag(code, facts, { category, exerciseName: exercise?.name ?? null, painSite }, rules),
  }
}
