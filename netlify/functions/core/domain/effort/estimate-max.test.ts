import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { estimateMax, measuredReserve, mostTellingSet } from './estimate-max.js'
import type { PerformedSet } from './performed-set.js'

const set = (actual: number, rpe: number | null, more: Partial<PerformedSet> = {}): PerformedSet => ({
  metric: 'reps',
  actual,
  rpe,
  failed: false,
  ...more,
})

describe('estimateMax', () => {
  it.each([
    ['gives 8 for 6 reps at RPE 8', set(6, 8), 8, false],
    ['gives 14.4 s for a hold of 12 s at RPE 8', set(12, 8, { metric: 'duration' }), 14.4, false],
    ['gives at least 15 for 10 reps at RPE 4', set(10, 4), 15, true],
    ['gives at least 10 for 10 reps without RPE', set(10, null), 10, true],
    ['treats RPE 5 as a measurement, not as a lower bound', set(10, 5), 15, false],
    ['takes a failed set as the maximum, whatever its RPE', set(6, 8, { failed: true }), 6, false],
    ['takes a failed set without RPE as the maximum', set(6, null, { failed: true }), 6, false],
    ['gives at least half as much again for an easy hold', set(20, 3, { metric: 'duration' }), 30, true],
  ])('%s', (_, performed, estimate, lowerBoundOnly) => {
    const result = estimateMax(performed, rulesInForce)
    expect(result.estimate).toBeCloseTo(estimate, 9)
    expect(result.lowerBoundOnly).toBe(lowerBoundOnly)
  })

  it('never gives less for more performed at the same effort', () => {
    const anyRpe = fc.option(fc.integer({ min: 2, max: 20 }).map((halves) => halves / 2))
    const anyMetric = fc.constantFrom('reps' as const, 'duration' as const)
    return fc.assert(
      fc.property(fc.nat(300), fc.nat(50), anyRpe, anyMetric, fc.boolean(), (actual, more, rpe, metric, failed) => {
        const before = estimateMax({ metric, actual, rpe, failed }, rulesInForce).estimate
        expect(
          estimateMax({ metric, actual: actual + more, rpe, failed }, rulesInForce).estimate,
        ).toBeGreaterThanOrEqual(before)
      }),
    )
  })
})

describe('measuredReserve', () => {
  it.each([
    ['is 2 at RPE 8', set(6, 8), 2],
    ['is 5 at RPE 5, which is still a measurement', set(6, 5), 5],
    ['is 0 when the set was rated easier than RPE 5', set(6, 4.5), 0],
    ['is 0 when the set failed, whatever its RPE', set(6, 8, { failed: true }), 0],
    ['is 0 when the set was not rated', set(6, null), 0],
  ])('%s', (_, performed, reserve) => {
    expect(measuredReserve(performed, rulesInForce)).toBe(reserve)
  })
})

describe('mostTellingSet', () => {
  it('picks the set with the largest estimate', () => {
    expect(mostTellingSet([set(8, 9), set(7, 7), set(6, 8)], rulesInForce)).toEqual(set(7, 7))
  })

  it('picks the measured set when a lower bound ties with it, and the first of two measured ones', () => {
    const measured = set(8, 8)
    expect(mostTellingSet([set(10, null), measured, set(9, 9)], rulesInForce)).toBe(measured)
  })

  it('is null without sets', () => {
    expect(mostTellingSet([], rulesInForce)).toBeNull()
  })
})
