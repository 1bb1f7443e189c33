import { describe, expect, it } from 'vitest'
import { mean, median, populationDeviation, quantile, sampleDeviation } from './statistics.js'

describe('quantile', () => {
  it.each([
    [[4, 1, 3, 2], 0.25, 1.75],
    [[4, 1, 3, 2], 0.5, 2.5],
    [[1, 2, 3], 0.75, 2.5],
    [[7], 0.25, 7],
  ])('of %j at %d is %d', (values, q, expected) => {
    expect(quantile(values, q)).toBeCloseTo(expected, 12)
  })

  it('sorts by number, not by text', () => {
    expect(median([10, 9, 100])).toBe(10)
  })
})

describe('a statistic of too few values', () => {
  it.each([mean, median, populationDeviation, sampleDeviation])('%o is null for an empty list', (statistic) => {
    expect(statistic([])).toBeNull()
  })

  it('sampleDeviation is null for one value', () => {
    expect(sampleDeviation([3])).toBeNull()
  })
})

it('sampleDeviation divides by n - 1, populationDeviation by n', () => {
  expect(populationDeviation([2, 4])).toBe(1)
  expect(sampleDeviation([2, 4])).toBeCloseTo(Math.SQRT2, 12)
})
