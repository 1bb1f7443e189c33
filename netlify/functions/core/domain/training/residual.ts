import { type Measurement, measure, standardisedResidual } from '#domain/ability/measurement.js'
import type { SessionObservation } from '#domain/ability/two-hypotheses/reading.js'
import { sessionResidual } from '#domain/ability/two-hypotheses/session-residual.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { sum } from '#domain/values/statistics.js'
import { gaussianOn, hypothesesOn, type KnownAbility } from './known-ability.js'

/**
 * Returns how many standard deviations what was measured of a category in a session lies above what
 * was known before it, its exercises weighted together; below -2 twice in a row is a drop.
 */
export function residualOf(
  known: KnownAbility | undefined,
  observations: readonly SessionObservation[],
  date: string,
  rules: TrainingRules,
): number {
  return rules.ability.model === 'one-gaussian'
    ? standardisedResidual(gaussianOn(known, date, rules), together(observations, rules), rules)
    : sessionResidual(hypothesesOn(known, date, rules), observations, rules)
}

/** Measures the exercises of a session together, each weighted by its variance. */
function together(observations: readonly SessionObservation[], rules: TrainingRules): Measurement {
  const measured = observations.map((observation) => measure(observation, rules))
  const weight = sum(measured.map(({ variance }) => 1 / variance))
  const level = sum(measured.map((one) => one.level / one.variance)) / weight
  return { level, variance: 1 / weight, lowerBound: false }
}
