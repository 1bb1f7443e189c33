import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { Hypotheses, Hypothesis } from './hypotheses.js'

const daysPerWeek = 7

/**
 * Returns both hypotheses after days without an observation: the ability grows for a week at most,
 * growth returns to the usual, everything is less certain, and two weeks on the ability falls.
 *
 * Age once, from the day of the last observation to the day of the question, never in steps: the
 * grace days and the week of growth would start anew each time.
 *
 * @param gapDays whole days since the last observation.
 */
export function ageHypotheses([fits, off]: Hypotheses, gapDays: number, rules: TrainingRules): Hypotheses {
  const { twoHypotheses } = rules.ability
  return [
    age(fits, gapDays, twoHypotheses.fits.growthDeviation, rules),
    age(off, gapDays, twoHypotheses.off.growthDeviation, rules),
  ]
}

function age(hypothesis: Hypothesis, gapDays: number, growthDeviation: number, rules: TrainingRules): Hypothesis {
  const { growth, driftVariancePerDay } = rules.ability.twoHypotheses
  const { decay } = rules.ability
  const weeks = Math.min(gapDays, growth.weekDaysMax) / daysPerWeek
  const kept = Math.exp(-gapDays / daysPerWeek / growth.returnWeeks)
  const lost = Math.min(decay.levelsMax, decay.levelsPerDay * Math.max(0, gapDays - decay.graceDays))
  const [ability = 0, weekly = 0, ...others] = hypothesis.state
  const covariance = grown(hypothesis.covariance, weeks, kept)
  covariance[0] = (covariance[0] ?? 0) + driftVariancePerDay * gapDays
  covariance[5] = (covariance[5] ?? 0) + (1 - kept ** 2) * growthDeviation ** 2
  return {
    ...hypothesis,
    state: [ability + weekly * weeks - lost, growth.usual + kept * (weekly - growth.usual), ...others],
    covariance,
  }
}

/**
 * Adds growth times weeks to the ability, and keeps a share of the growth: the covariance of that,
 * row by row.
 */
function grown(covariance: readonly number[], weeks: number, kept: number): number[] {
  const [tt = 0, tg = 0, tb = 0, ts = 0, , gg = 0, gb = 0, gs = 0, , , bb = 0, bs = 0, , , , ss = 0] = covariance
  const ability = tt + 2 * weeks * tg + weeks * weeks * gg
  const both = kept * (tg + weeks * gg)
  const [reported, slope] = [tb + weeks * gb, ts + weeks * gs]
  const [growthReported, growthSlope] = [kept * gb, kept * gs]
  return [
    ...[ability, both, reported, slope],
    ...[both, kept * kept * gg, growthReported, growthSlope],
    ...[reported, growthReported, bb, bs],
    ...[slope, growthSlope, bs, ss],
  ]
}
