import type { PerformedSet } from '#domain/effort/performed-set.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'

/**
 * Reads the set that speaks for an exercise by what came of the others. Without a rating it tells of "at
 * least so much"; but where another set of the exercise failed, the athlete came to their limit, and what
 * they did at most is what they can.
 */
export function atItsLimit<Set extends PerformedSet>(
  telling: Set,
  sets: readonly PerformedSet[],
  { judging }: TrainingRules,
): Set {
  const isOpen = telling.rpe === null && !telling.failed
  const reachesLimit = judging.unratedBesideFailed === 'maximum' && isOpen && sets.some(({ failed }) => failed)
  return reachesLimit ? { ...telling, failed: true } : telling
}
