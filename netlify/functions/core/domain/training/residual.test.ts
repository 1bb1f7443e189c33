import { describe, expect, it } from 'vitest'
import { measure, standardisedResidual } from '#domain/ability/measurement.js'
import type { SessionObservation } from '#domain/ability/two-hypotheses/reading.js'
import { rules2026v1, rules2026v2 } from '#domain/rules/training-rules.js'
import { hypothesesOn } from './known-ability.js'
import { residualOf } from './residual.js'

const today = '2026-11-05'
const known = { ability: { mean: 2, variance: 0.05 }, hypotheses: null, observedOn: today }

const done = (exercise: string, actual: number): SessionObservation => {
  const facts = { metric: 'reps', difficulty: 2, defaultAmount: 10, planned: 10, rpe: 10, failed: false } as const
  return { ...facts, exercise, actual }
}

describe.each([
  ['the first model', rules2026v1],
  ['the second model', rules2026v2],
])('residualOf by %s', (_, rules) => {
  const residual = (...observations: SessionObservation[]) => residualOf(known, observations, today, rules)

  it('is about 0 when what was expected was done', () => {
    expect(residual(done('push-up', 10))).toBeCloseTo(0, 0)
  })

  it('is below -2 when four tenths of it were done', () => {
    expect(residual(done('push-up', 4))).toBeLessThan(-2)
  })

  it('is further off when two exercises say the same', () => {
    expect(residual(done('push-up', 5), done('wide-push-up', 5))).toBeLessThan(residual(done('push-up', 5)))
  })
})

it('residualOf by the first model takes two exercises that say the same for one that says it more surely', () => {
  const [one, other] = [done('push-up', 5), done('wide-push-up', 5)]
  const { level, variance } = measure(one, rules2026v1)
  const together = { level, variance: variance / 2, lowerBound: false }
  const expected = standardisedResidual(known.ability, together, rules2026v1)
  expect(residualOf(known, [one, other], today, rules2026v1)).toBeCloseTo(expected, 12)
})

it('residualOf expects less of an exercise that is known to be harder for this athlete', () => {
  const [fits, off] = hypothesesOn(known, today, rules2026v2)
  const harder = { 'push-up': [0.5, 0.001] } as const
  const learned = {
    ...known,
    hypotheses: [
      { ...fits, offsets: harder },
      { ...off, offsets: harder },
    ] as const,
  }
  const low = [done('push-up', 6)]
  expect(residualOf(learned, low, today, rules2026v2)).toBeGreaterThan(residualOf(known, low, today, rules2026v2) + 1)
})
