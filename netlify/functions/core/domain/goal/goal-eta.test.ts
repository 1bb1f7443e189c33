import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { goalEta } from './goal-eta.js'

const points = (...pairs: [number, number][]) => pairs.map(([day, value]) => ({ day, value }))
const steady = points([0, 4], [7, 5], [14, 6], [21, 7])

describe('goalEta', () => {
  it('projects 21 days in the worked example', () => {
    expect(goalEta({ points: steady, target: 10, today: 21, deadline: 50 }, rulesInForce)).toMatchObject({
      status: 'projected',
      slope: 1 / 7,
      current: 7,
      etaDays: 21,
      optimisticDays: 21,
      pessimisticDays: 21,
      onTrack: true,
    })
  })

  it('is on track when the projected day is the deadline', () => {
    expect(goalEta({ points: steady, target: 10, today: 21, deadline: 42 }, rulesInForce)).toMatchObject({
      onTrack: true,
    })
  })

  it('is not on track when the projected day is after the deadline', () => {
    expect(goalEta({ points: steady, target: 10, today: 21, deadline: 41 }, rulesInForce)).toMatchObject({
      onTrack: false,
    })
  })

  it('is neither on track nor off it without a deadline', () => {
    expect(goalEta({ points: steady, target: 10, today: 21, deadline: null }, rulesInForce)).toMatchObject({
      onTrack: null,
    })
  })

  it('is achieved by a single value at the target', () => {
    expect(goalEta({ points: points([3, 10]), target: 10, today: 9, deadline: null }, rulesInForce)).toEqual({
      status: 'achieved',
    })
  })

  it.each([
    ['three values', points([0, 4], [7, 5], [21, 7])],
    ['values over thirteen days', points([0, 4], [5, 5], [9, 6], [13, 7])],
    ['values of one day', points([3, 4], [3, 5], [3, 6], [3, 7])],
    ['no values', []],
  ])('says that there are too few data with %s', (_, given) => {
    expect(goalEta({ points: given, target: 10, today: 21, deadline: 30 }, rulesInForce)).toEqual({
      status: 'insufficient_data',
    })
  })

  it('says that the athlete does not improve, and is off track when there is a deadline', () => {
    const flat = { points: points([0, 5], [7, 5], [14, 5], [21, 5]), target: 10, today: 21 }
    expect(goalEta({ ...flat, deadline: 90 }, rulesInForce)).toEqual({
      status: 'not_improving',
      slope: 0,
      current: 5,
      onTrack: false,
    })
    expect(goalEta({ ...flat, deadline: null }, rulesInForce)).toMatchObject({ onTrack: null })
  })

  const far = { points: steady, today: 21, deadline: null }

  it('projects up to a year ahead', () => {
    expect(goalEta({ ...far, target: 7 + 365 / 7 }, rulesInForce)).toMatchObject({ status: 'projected', etaDays: 365 })
  })

  it('says that the target is beyond the horizon when it is more than a year ahead', () => {
    expect(goalEta({ ...far, target: 7 + 366 / 7 }, rulesInForce)).toMatchObject({
      status: 'beyond_horizon',
      current: 7,
    })
  })

  it('has no pessimistic date when a quarter of the slopes fall', () => {
    const uneven = points([0, 8], [7, 5], [14, 6], [21, 9], [28, 8])
    expect(goalEta({ points: uneven, target: 12, today: 28, deadline: null }, rulesInForce)).toMatchObject({
      pessimisticDays: null,
    })
  })

  it('gives finite numbers for any values', () => {
    const log = fc.array(fc.record({ day: fc.nat(400), value: fc.double({ min: 0, max: 100, noNaN: true }) }), {
      maxLength: 20,
    })
    return fc.assert(
      fc.property(log, fc.double({ min: 1, max: 120, noNaN: true }), fc.nat(500), (given, target, today) => {
        for (const value of Object.values(goalEta({ points: given, target, today, deadline: null }, rulesInForce))) {
          if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true)
        }
      }),
    )
  })
})
