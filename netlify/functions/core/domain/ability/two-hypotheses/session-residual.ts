import type { TrainingRules } from '#domain/rules/training-rules.js'
import { elementAt } from '#domain/values/element-at.js'
import type { Hypotheses, Hypothesis } from './hypotheses.js'
import { covarianceWith, inner, jointState, slopesOf } from './joint-state.js'
import { readSet, type SessionObservation } from './reading.js'
import { weightsOf } from './report-hypotheses.js'
import { offsetsOf } from './session-offsets.js'

/**
 * Returns how many standard deviations a session lies above what both hypotheses expected of it,
 * its exercises weighted together; -2 twice in a row is a drop. Give measured observations only.
 */
export function sessionResidual(
  hypotheses: Hypotheses,
  observations: readonly SessionObservation[],
  rules: TrainingRules,
): number {
  const { fits, off } = rules.ability.twoHypotheses
  const [fitsWeight, offWeight] = weightsOf(hypotheses)
  return (
    fitsWeight * residual(hypotheses[0], observations, fits.offsetDeviation, rules) +
    offWeight * residual(hypotheses[1], observations, off.offsetDeviation, rules)
  )
}

function residual(
  hypothesis: Hypothesis,
  observations: readonly SessionObservation[],
  offsetDeviation: number,
  rules: TrainingRules,
): number {
  const offsets = offsetsOf(hypothesis, observations, offsetDeviation)
  const joint = jointState(hypothesis, offsets, rules.ability.twoHypotheses.sigmaDay ** 2)
  const readings = observations.map((one) => readSet(one, hypothesis.state, offsets.get(one.exercise)?.[0] ?? 0, rules))
  const slopes = new Float64Array(joint.size)
  let [surprise, variance] = [0, 0]
  for (const reading of readings) {
    // by how exactly it tells; the sum of the weights does not matter, because it is divided out
    const share = 1 / reading.variance
    slopesOf(reading, joint).forEach((slope, at) => {
      slopes[at] = elementAt(slopes, at) + share * slope
    })
    surprise += share * (reading.observed - reading.expected)
    variance += share ** 2 * reading.variance
  }
  return surprise / Math.sqrt(inner(slopes, covarianceWith(slopes, joint)) + variance)
}
