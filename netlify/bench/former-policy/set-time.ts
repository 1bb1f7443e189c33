import { tempoSeconds } from '#domain/effort/tempo.js'
import type { LibraryFacts } from '#domain/library/library-facts.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { sum } from '#domain/values/statistics.js'

/** How an athlete does an exercise, apart from its sets. */
export type Pace = { readonly tempo: string; readonly restSeconds: number; readonly notes: string | null }

/**
 * Returns the seconds that sets take: each its reps at the tempo or its hold, on both sides when
 * sides are counted separately, and the rest after it. The rest after the last set is the time to
 * the next exercise.
 *
 * @param targets reps or seconds, one number for each set.
 */
export function secondsOfSets(
  { unilateral }: Pick<LibraryFacts, 'unilateral'>,
  targets: readonly number[],
  { tempo, restSeconds }: Pick<Pace, 'tempo' | 'restSeconds'>,
  rules: TrainingRules,
): number {
  const perUnit = (tempoSeconds(tempo, rules) ?? 1) * (unilateral ? 2 : 1)
  return sum(targets.map((target) => target * perUnit + restSeconds))
}

/** Returns the minutes that exercises take, to one decimal, rounded up. */
export function minutesOf(exercises: readonly { readonly seconds: number }[]): number {
  return Math.ceil(sum(exercises.map(({ seconds }) => seconds)) / 6) / 10
}
