import type { Ability } from '#domain/ability/ability.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { mean } from '#domain/values/statistics.js'

/** A planned set and what was done of it, in reps or seconds. */
export type PlannedSet = { readonly planned: number; readonly actual: number }

/**
 * Returns the share of a day's own plan that was done, 0-100; null when nothing was planned. More
 * sets, more reps or a higher level add nothing; a deload day counts by its prescribed sets.
 */
export function effortPoints(sets: readonly PlannedSet[], rules: TrainingRules): number | null {
  const shares = sets.filter(({ planned }) => planned > 0).map(({ planned, actual }) => Math.min(actual / planned, 1))
  const share = mean(shares)
  return share === null ? null : rules.leaderboard.pointsMax * share
}

/**
 * Returns the mean effort points (0-100) over the planned days of a period; a missed planned day is
 * 0; null when no day was planned.
 */
export function consistencyScore(dailyPoints: readonly (number | null)[]): number | null {
  return mean(dailyPoints.filter((points) => points !== null))
}

/**
 * Converts repetitions to those of an athlete of 70 kg: body-supported tests scale with mass to the
 * power -1/3 (Markovic & Jaric 2004). Compare within one exercise only.
 */
export function allometricReps(reps: number, bodyMassKg: number, rules: TrainingRules): number {
  const { referenceMassKg, massExponent } = rules.leaderboard.strength
  return reps * (bodyMassKg / referenceMassKg) ** massExponent
}

/**
 * A gain in maximal repetitions, in percent; `rankValue` is null when the start is not known well
 * enough to call it a gain.
 */
export type Improvement = { readonly gainPercent: number; readonly rankValue: number | null }

/**
 * Computes how much stronger an athlete became; ranks by a cautious estimate of the end. Product
 * default.
 */
export function improvement(start: Ability, end: Ability, rules: TrainingRules): Improvement {
  const { startVarianceMax, deviations } = rules.leaderboard.improvement
  const cautiousEnd = end.mean - deviations * Math.sqrt(end.variance)
  return {
    gainPercent: gainPercent(end.mean - start.mean, rules),
    rankValue: start.variance <= startVarianceMax ? gainPercent(cautiousEnd - start.mean, rules) : null,
  }
}

/** Returns a cautious ability, in levels: the mean less two standard deviations. */
export function skillRating({ mean, variance }: Ability, rules: TrainingRules): number {
  return mean - rules.leaderboard.skillDeviations * Math.sqrt(variance)
}

function gainPercent(levels: number, rules: TrainingRules): number {
  return 100 * Math.expm1(rules.ability.kappa * levels)
}
