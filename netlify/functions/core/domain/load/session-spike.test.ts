import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { sessionSpike } from './session-spike.js'

describe('sessionSpike', () => {
  it.each([
    ['is small a quarter above the largest session of 30 days', 5000, [3800, 4000, 3500], [], 1.25, 'small', '30d'],
    ['compares with the last three sessions after a break', 7000, [4000], [5000, 4500, 4000], 1.4, 'moderate', 'older'],
    ['is none exactly a tenth above', 4400, [4000, 1, 1], [], 1.1, 'none', '30d'],
    ['is small at exactly 1.3', 5200, [4000, 1, 1], [], 1.3, 'small', '30d'],
    ['is moderate at exactly twice the largest', 8000, [4000, 1, 1], [], 2, 'moderate', '30d'],
    ['is large above twice the largest', 8001, [4000, 1, 1], [], 2.00025, 'large', '30d'],
    ['is null with fewer than three sessions before', 8000, [4000, 4000], [4000, 4000], null, null, null],
    ['is null when there was no load before', 8000, [0, 0, 0], [], null, null, null],
  ])('%s', (_, load, prior30Days, priorLast3, ratio, band, basis) => {
    expect(sessionSpike({ load, prior30Days, priorLast3 }, rulesInForce)).toEqual({ ratio, band, basis })
  })
})
