import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { weekStatistics } from './week-statistics.js'

const days = (count: number, load: number): number[] => Array.from({ length: count }, () => load)

describe('weekStatistics', () => {
  it('gives the numbers of the worked example', () => {
    const week = weekStatistics([300, 0, 420, 0, 360, 0, 0], rulesInForce)
    expect(week.total).toBe(1080)
    expect(week.mean).toBeCloseTo(154.2857, 4)
    expect(week.deviation).toBeCloseTo(181.0175, 4)
    expect(week.monotony).toBeCloseTo(0.8523, 4)
    expect(week.strain).toBeCloseTo(920.51, 2)
  })

  it('caps the monotony of equal days at 10', () => {
    expect(weekStatistics(days(7, 200), rulesInForce)).toMatchObject({ monotony: 10, strain: 14_000 })
  })

  it('has no monotony without load', () => {
    expect(weekStatistics(days(7, 0), rulesInForce)).toMatchObject({ monotony: null, strain: 0 })
  })

  it('is finite for any week', () => {
    return fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 5000, noNaN: true }), { minLength: 7, maxLength: 7 }), (week) => {
        for (const value of Object.values(weekStatistics(week, rulesInForce)))
          expect(value === null || Number.isFinite(value)).toBe(true)
      }),
    )
  })
})
