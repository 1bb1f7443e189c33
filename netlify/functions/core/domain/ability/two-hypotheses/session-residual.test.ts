import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import type { Hypothesis } from './hypotheses.js'
import { readSet, type SessionObservation } from './reading.js'
import { sessionResidual } from './session-residual.js'

const [abilityVariance, offsetVariance] = [0.04, 0.09]
const dayVariance = rulesInForce.ability.twoHypotheses.sigmaDay ** 2

/** Knows the ability alone, and of each exercise how much harder it is. */
const knowing = (ability: number, logWeight = 0): Hypothesis => ({
  state: [ability, 0, 0, 0],
  covariance: [abilityVariance, ...Array.from({ length: 15 }, () => 0)],
  offsets: { dip: [0, offsetVariance], 'push-up': [0, offsetVariance] },
  side: 0,
  logWeight,
})
const never = knowing(9, -1000)

const set = (exercise: string, actual: number, rpe: number): SessionObservation => ({
  ...{ exercise, actual, rpe, metric: 'reps', difficulty: 3, defaultAmount: 10, planned: 10, failed: false },
})
const residual = (...sets: SessionObservation[]) => sessionResidual([knowing(3), never], sets, rulesInForce)

/** What a set says more than expected, and with which variance. */
function told(one: SessionObservation) {
  const { observed, expected, variance } = readSet(one, knowing(3).state, 0, rulesInForce)
  return { surprise: observed - expected, variance }
}

describe('sessionResidual', () => {
  const [sure, unsure] = [set('push-up', 14, 10), { ...set('dip', 8, 7), planned: 4 }]

  it('holds what one exercise tells against all that is not known', () => {
    const { surprise, variance } = told(sure)
    const spread = Math.sqrt(abilityVariance + dayVariance + offsetVariance + variance)
    expect(residual(sure)).toBeCloseTo(surprise / spread, 12)
  })

  it('weighs exercises by how exactly they tell; the ability and the day they share', () => {
    const [one, other] = [told(sure), told(unsure)]
    const share = 1 / one.variance / (1 / one.variance + 1 / other.variance)
    const own = share ** 2 * (offsetVariance + one.variance) + (1 - share) ** 2 * (offsetVariance + other.variance)
    const surprise = share * one.surprise + (1 - share) * other.surprise
    expect(share).not.toBeCloseTo(0.5, 1)
    expect(residual(sure, unsure)).toBeCloseTo(surprise / Math.sqrt(abilityVariance + dayVariance + own), 12)
  })

  it('weighs both hypotheses', () => {
    const of = (ability: number) => sessionResidual([knowing(ability), never], [sure], rulesInForce)
    const both = sessionResidual([knowing(3, Math.log(1 / 3)), knowing(2.5)], [sure], rulesInForce)
    expect(both).toBeCloseTo(0.25 * of(3) + 0.75 * of(2.5), 12)
  })
})
