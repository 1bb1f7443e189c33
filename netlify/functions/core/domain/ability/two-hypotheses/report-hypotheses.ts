import type { TrainingRules } from '#domain/rules/training-rules.js'
import { elementAt } from '#domain/values/element-at.js'
import type { Ability } from '../ability.js'
import { normalCumulative } from '../normal-distribution.js'
import type { Hypotheses, Hypothesis } from './hypotheses.js'

/** Returns the probabilities, 0-1, of both hypotheses. */
export function weightsOf([fits, off]: Hypotheses): readonly [number, number] {
  const share = 1 / (1 + Math.exp(off.logWeight - fits.logWeight))
  return [share, 1 - share]
}

/**
 * Returns the ability as reported: a mean, and a variance that holds everything, also what the
 * first model adds for the calibration of the library when it reports.
 */
export function reportHypotheses(hypotheses: Hypotheses, rules: TrainingRules): Ability {
  const { fits, off } = rules.ability.twoHypotheses
  const added = [fits.reportedVariance, off.reportedVariance]
  const weights = weightsOf(hypotheses)
  const mixed = (value: (hypothesis: Hypothesis, index: number) => number) =>
    hypotheses.reduce((total, one, index) => total + elementAt(weights, index) * value(one, index), 0)
  const mean = mixed(abilityOf)
  const variance = mixed((one, index) => {
    return elementAt(one.covariance, 0) + elementAt(added, index) + (abilityOf(one) - mean) ** 2
  })
  return { mean, variance }
}

/** An exercise at its target, in reps or seconds. */
export type TargetedExercise = {
  readonly exercise: string
  readonly metric: 'reps' | 'duration'
  readonly difficulty: number
  readonly defaultAmount: number
  readonly target: number
}

/**
 * Returns the chance (0-1) that the athlete can do the target with one in reserve: one rep more, or
 * a tenth of the hold longer.
 */
export function successUnderHypotheses(set: TargetedExercise, hypotheses: Hypotheses, rules: TrainingRules): number {
  const { reserve } = rules.selection
  const needed = set.metric === 'reps' ? set.target + reserve.reps : set.target * reserve.durationFactor
  const { mean, variance } = reportHypotheses(hypotheses, rules)
  const weights = weightsOf(hypotheses)
  const neededLevel = hypotheses.reduce((total, { offsets, state }, index) => {
    const [offset = 0] = offsets[set.exercise] ?? []
    const above = Math.log(needed / set.defaultAmount) / Math.exp(elementAt(state, 3))
    return total + elementAt(weights, index) * (set.difficulty + offset + above)
  }, 0)
  return normalCumulative((mean - neededLevel) / Math.sqrt(variance + rules.ability.twoHypotheses.sigmaDay ** 2))
}

function abilityOf({ state }: Hypothesis): number {
  return elementAt(state, 0)
}
