import type { Metric } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'

/**
 * Returns where a set starts, from its default: three fifths of the reps rounded up (3 x 5 of 3 x
 * 8, as in the Recommended Routine), or a third of a hold, at least 5 s and never more than the
 * default.
 *
 * @param defaultAmount reps or seconds.
 */
export function startValue(metric: Metric, defaultAmount: number, rules: TrainingRules): number {
  const { repsTenths, durationDivisor, durationSecondsMin } = rules.progression.start
  if (metric === 'reps') return Math.ceil((repsTenths * defaultAmount) / 10)
  return Math.min(defaultAmount, Math.max(durationSecondsMin, Math.floor(defaultAmount / durationDivisor)))
}

/** Returns the starting sets of an exercise, one for each default set. */
export function startSets(metric: Metric, defaults: readonly number[], rules: TrainingRules): number[] {
  return defaults.map((amount) => startValue(metric, amount, rules))
}

/**
 * Takes working sets back to whole tenths of what they were, never below their start; what stands
 * below it already stays.
 */
export function reducedSets(working: readonly number[], starts: readonly number[], tenths: number): number[] {
  return working.map((amount, index) =>
    Math.min(amount, Math.max(startAt(starts, index), Math.floor((amount * tenths) / 10))),
  )
}

/** Tells whether no working set can be taken back any further. */
export function atStart(working: readonly number[], starts: readonly number[]): boolean {
  return working.every((amount, index) => amount <= startAt(starts, index))
}

/** Returns where set `index` starts; a set beyond the defaults has no start above 0. */
function startAt(starts: readonly number[], index: number): number {
  return starts[index] ?? 0
}

/**
 * Fits working sets to what progression expects: as many as the defaults, each between its start
 * and its default.
 */
export function fitWorking(
  working: readonly number[],
  defaults: readonly number[],
  metric: Metric,
  rules: TrainingRules,
): number[] {
  return defaults.map((amount, index) => {
    const wanted = working[index] ?? working.at(-1) ?? amount
    return Math.min(amount, Math.max(startValue(metric, amount, rules), wanted))
  })
}
