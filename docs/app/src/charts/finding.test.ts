import { describe, expect, test } from 'vitest'
import type { Line } from './chart.js'
import { findingOf } from './finding.js'

const line = (label: string, ...values: Line['values']): Line => ({ label, colour: 'push', values, band: null })
const banded = (label: string, values: number[], width: number): Line => ({
  ...line(label, ...values),
  band: { low: values.map((value) => value - width), high: values.map((value) => value + width) },
})

describe('of what somebody stands at', () => {
  const finding = (...lines: Line[]) => findingOf({ lines, shape: 'line', step: 'week', unit: '' }, 0.1)

  test('says from where to where, between the first known value and the last', () => {
    expect(finding(line('Push', null, 1.8, 2, 2.4, null))).toBe('Push rose from 1.8 to 2.4 in 2 weeks.')
  })

  test('says the largest changes first, and nothing of what stayed', () => {
    expect(finding(line('Push', 1, 1.5), line('Pull', 2, 1), line('Legs', 2, 2.05))).toBe(
      'Pull fell from 2 to 1 and Push rose from 1 to 1.5 in 1 week.',
    )
  })

  test('doubts a change within the band', () => {
    expect(finding(banded('Push', [1.8, 2.1], 0.4))).toBe('Push may have risen from 1.8 to 2.1 in 1 week.')
    expect(finding(banded('Push', [2.1, 1.8], 0.2))).toBe('Push fell from 2.1 to 1.8 in 1 week.')
  })

  test('says when little or nothing changed, or only one value is known', () => {
    expect(finding(line('Push', 2, 2.02), line('Pull', 1, 1))).toBe('Little changed in 1 week: Push 2.02 and Pull 1.')
    expect(finding(line('Push', 2, 2))).toBe('Nothing changed in 1 week: Push 2.')
    expect(finding(line('Push', null, 2))).toBe('So far: Push 2.')
  })
})

describe('of sums', () => {
  const finding = (...lines: Line[]) => findingOf({ lines, shape: 'bars', step: 'week', unit: 'hard sets' }, 0)

  test('says how much there was, and in a week', () => {
    expect(finding(line('Everything', 10, null, 20))).toBe('30 hard sets in 3 weeks: 10 a week.')
    expect(finding(line('Everything', 10))).toBe('10 hard sets in 1 week.')
  })

  test('says what there was most of', () => {
    expect(finding(line('Pull', 2, 2), line('Push', 5, 5))).toBe('14 hard sets in 2 weeks: Push 10 and Pull 4.')
    const four = ['a', 'b', 'c', 'd'].map((label, index) => line(label, index + 1))
    expect(finding(...four)).toBe('10 hard sets in 1 week: most of them d 4, c 3 and b 2.')
  })
})
