import type { TrainingRules } from '#domain/rules/training-rules.js'
import { elementAt } from '#domain/values/element-at.js'
import { type Hypotheses, type Hypothesis, stateSize } from './hypotheses.js'

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
  const { state } = hypothesis
  const [ability, weekly] = [elementAt(state, 0), elementAt(state, 1)]
  const covariance = grown(hypothesis.covariance, weeks, kept)
  covariance[0] = elementAt(covariance, 0) + driftVariancePerDay * gapDays
  covariance[5] = elementAt(covariance, 5) + (1 - kept ** 2) * growthDeviation ** 2
  return {
    ...hypothesis,
    state: [ability + weekly * weeks - lost, growth.usual + kept * (weekly - growth.usual), ...state.slice(2)],
    covariance,
  }
}

/**
 * Adds growth times weeks to the ability, and keeps a share of the growth: the covariance of that,
 * row by row.
 */
function grown(covariance: readonly number[], weeks: number, kept: number): number[] {
  const of = (row: number, column: number) => elementAt(covariance, row * stateSize + column)
  const ability = of(0, 0) + 2 * weeks * of(0, 1) + weeks * weeks * of(1, 1)
  const both = kept * (of(0, 1) + weeks * of(1, 1))
  const [reported, slope] = [of(0, 2) + weeks * of(1, 2), of(0, 3) + weeks * of(1, 3)]
  const [growthReported, growthSlope] = [kept * of(1, 2), kept * of(1, 3)]
  return [
    ...[ability, both, reported, slope],
    ...[both, kept * kept * of(1, 1), growthReported, growthSlope],
    ...[reported, growthReported, of(2, 2), of(2, 3)],
    ...[slope, growthSlope, of(2, 3), of(3, 3)],
  ]
}
