import { describe, expect, test } from 'vitest'
import { median, medianError, percentile, spreadOf } from './statistics.js'

describe('median', () => {
  test('is the middle of an odd number of values, in whatever order they come', () => {
    expect(median([9, 1, 10])).toBe(9)
  })
  test('is the mean of the two in the middle of an even number', () => {
    expect(median([4, 1, 2, 100])).toBe(3)
  })
  test('of nothing is no number', () => {
    expect(median([])).toBeNaN()
  })
  test('leaves what it was given as it was', () => {
    const values = [3, 1, 2]
    median(values)
    expect(values).toEqual([3, 1, 2])
  })
})

describe('percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
  test('is a value that was seen: the smallest that the share does not exceed', () => {
    expect([0.5, 0.99, 1].map((of) => percentile(hundred, of))).toEqual([50, 99, 100])
  })
  test('sorts numbers as numbers', () => {
    expect(percentile([9, 10, 100], 0.5)).toBe(10)
  })
  test('of a single value is that value, and of none no number', () => {
    expect(percentile([7], 0.01)).toBe(7)
    expect(percentile([], 0.5)).toBeNaN()
  })
})

describe('spreadOf', () => {
  test('is nothing where every ratio is the same', () => {
    expect(spreadOf([1.2, 1.2, 1.2])).toBe(0)
  })
  test('takes twice as fast and half as fast as equally far away', () => {
    expect(spreadOf([0.5, 1, 2])).toBeCloseTo(1.4826 * Math.LN2)
  })
  test('is not decided by one disturbed round', () => {
    expect(spreadOf([0.99, 1, 1.01, 1, 9])).toBeLessThan(0.02)
  })
})

test('the median of four times as many rounds is twice as certain', () => {
  expect(medianError(0.1, 4) / medianError(0.1, 16)).toBeCloseTo(2)
})
