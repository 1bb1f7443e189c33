import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { type DeloadFacts, deload } from './deload.js'

describe('deload', () => {
  const fresh: DeloadFacts = { regressions7Days: 0, weeklyRpe: [], readiness: [], weeksSinceDeload: 0, sets: [3, 4] }

  it('of two weeks at RPE 9 and more halves the sets for a week', () => {
    expect(deload({ ...fresh, weeklyRpe: [9, 9.1] }, rulesInForce)).toEqual({
      deload: true,
      triggers: ['high_rpe'],
      sets: [2, 2],
      rpeCap: 7,
      days: 7,
    })
  })

  it('reports every trigger in its order', () => {
    const tired = { ...fresh, regressions7Days: 2, weeklyRpe: [9, 9], readiness: [49, 49, 49], weeksSinceDeload: 6 }
    expect(deload(tired, rulesInForce).triggers).toEqual(['regressions', 'high_rpe', 'low_readiness', 'scheduled'])
  })

  it.each([
    ['a week without rating', { weeklyRpe: [9, null, 9] }],
    ['one hard week only', { weeklyRpe: [9.5] }],
    ['a check-in without score', { readiness: [40, 40, null] }],
    ['two check-ins only', { readiness: [40, 40] }],
    ['an older low', { readiness: [10, 10, 10, 50] }],
  ])('is not due for %s', (_, change) => {
    expect(deload({ ...fresh, ...change }, rulesInForce)).toEqual({
      deload: false,
      triggers: [],
      sets: [3, 4],
      rpeCap: null,
      days: 0,
    })
  })
})
