import { expect, test } from 'vitest'
import { firstDayOf, nextStep, stepsBetween } from './time-step.js'

test('firstDayOf is the day itself, its Monday over the end of a year, or the first of its month', () => {
  expect(firstDayOf('day', '2027-01-03')).toBe('2027-01-03')
  expect(firstDayOf('week', '2027-01-03')).toBe('2026-12-28')
  expect(firstDayOf('month', '2028-02-29')).toBe('2028-02-01')
})

test('nextStep goes on over short months, leap days and the end of a year', () => {
  expect(nextStep('day', '2028-02-28')).toBe('2028-02-29')
  expect(nextStep('week', '2026-12-28')).toBe('2027-01-04')
  expect(nextStep('month', '2027-02-01')).toBe('2027-03-01')
  expect(nextStep('month', '2026-12-01')).toBe('2027-01-01')
})

test('stepsBetween leaves no step out, and begins with the one in which the first day lies', () => {
  expect(stepsBetween('week', { from: '2026-12-31', to: '2027-01-04' })).toEqual(['2026-12-28', '2027-01-04'])
  expect(stepsBetween('month', { from: '2026-11-30', to: '2027-02-01' })).toEqual([
    '2026-11-01',
    '2026-12-01',
    '2027-01-01',
    '2027-02-01',
  ])
  expect(stepsBetween('day', { from: '2026-11-22', to: '2026-11-21' })).toEqual([])
  expect(stepsBetween('month', { from: '2016-12-01', to: '2026-11-30' })).toHaveLength(120)
})
