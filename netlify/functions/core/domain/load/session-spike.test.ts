import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { sessionSpike } from './session-spike.js'

describe('sessionSpike', () => {
  it.each([
    ['a quarter above the largest of 30 days', 5000, [3800, 4000, 3500], [], 1.25, 'small', '30d'],
    ['after a break, against the last three', 7000, [4000], [5000, 4500, 4000], 1.4, 'moderate', 'older'],
    ['exactly a tenth above', 4400, [4000, 1, 1], [], 1.1, 'none', '30d'],
    ['exactly 1.3', 5200, [4000, 1, 1], [], 1.3, 'small', '30d'],
    ['exactly twice', 8000, [4000, 1, 1], [], 2, 'moderate', '30d'],
    ['more than twice', 8001, [4000, 1, 1], [], 2.00025, 'large', '30d'],
    ['too few sessions ever', 8000, [4000, 4000], [4000, 4000], null, null, null],
    ['no load before', 8000, [0, 0, 0], [], null, null, null],
  ])('%s', (_, load, prior30Days, priorLast3, ratio, band, basis) => {
    expect(sessionSpike({ load, prior30Days, priorLast3 }, rulesInForce)).toEqual({ ratio, band, basis })
  })
})
