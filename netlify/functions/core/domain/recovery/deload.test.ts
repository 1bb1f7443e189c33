import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { type DeloadFacts, deload } from './deload.js'

describe('deload', () => {
  const fresh: DeloadFacts = { regressions7Days: 0, weeklyRpe: [], readiness: [], weeksSinceDeload: 0, sets: [3, 4] }

  it('halves the sets for a week after two weeks at RPE 9 or more', () => {
    expect(deload({ ...fresh, weeklyRpe: [9, 9.1] }, rulesInForce)).toEqual({
      deload: true,
      triggers: ['high_rpe'],
      sets: [2, 2],
      rpeCap: 7,
      days: 7,
    })
  })

  it('reports every trigger, in a fixed order', () => {
    const tired = { ...fresh, regressions7Days: 2, weeklyRpe: [9, 9], readiness: [49, 49, 49], weeksSinceDeload: 6 }
    expect(deload(tired, rulesInForce).triggers).toEqual(['regressions', 'high_rpe', 'low_readiness', 'scheduled'])
  })

  it.each([
    ['a week without a rating between hard ones', { weeklyRpe: [9, null, 9] }],
    ['only one hard week', { weeklyRpe: [9.5] }],
    ['a check-in without a score', { readiness: [40, 40, null] }],
    ['only two check-ins', { readiness: [40, 40] }],
    ['low scores that are older than a good one', { readiness: [10, 10, 10, 50] }],
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
