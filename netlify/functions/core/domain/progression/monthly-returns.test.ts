import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { wayBack } from './layoff.js'
import { comesMonthly, gapThatCounts, monthlyReturns } from './monthly-returns.js'

const today = '2026-11-22'

/** Days of training, the latest first, as so many days before the next. */
function daysBefore(...gaps: readonly number[]): string[] {
  let day = today
  return gaps.map((gap) => {
    day = addDays(day, -gap)
    return day
  })
}

const returnsAfter = (...gaps: readonly number[]) => monthlyReturns(daysBefore(...gaps), today, rulesInForce)

describe('monthlyReturns', () => {
  it.each<[string, number[], number]>([
    ['is 0 for who never trained', [], 0],
    ['is 0 without a break', [2, 3, 2, 5], 0],
    ['counts one break of a month', [31], 1],
    ['counts every month in a row', [31, 28, 30, 31], 4],
    ['does not count a break of less than four weeks', [27, 31, 31], 0],
    ['does not count a break of two months', [56, 31, 31], 0],
    ['counts breaks of up to eight weeks', [55, 55, 55], 3],
    ['ends at a longer break', [31, 31, 59, 31], 2],
    ['ends at a shorter break', [31, 20, 31, 31], 1],
    ['takes a second session of the same week for the same visit', [31, 2, 31, 3, 31], 3],
    ['ends at a full week of training', [31, 2, 2, 31, 31], 1],
    ['ends at weeks of training with one session each', [31, 7, 7, 31, 31], 1],
    ['is the same on the further days of a return', [2, 3, 31, 31, 31], 3],
    ['is over when its way back would be', [7, 7, 7, 7, 31, 31, 31], 0],
  ])('%s', (_, gaps, expected) => {
    expect(returnsAfter(...gaps)).toBe(expected)
  })

  it('leaves out repeats and days to come', () => {
    expect(monthlyReturns([addDays(today, 3), today, today, addDays(today, -30)], today, rulesInForce)).toBe(1)
  })

  it('is 0 by the first rules', () => {
    expect(monthlyReturns(daysBefore(31, 31, 31), today, ruleBook.version('2026.1'))).toBe(0)
  })
})

describe('comesMonthly', () => {
  it('holds from the third return in a row', () => {
    expect([0, 1, 2, 3, 4].map((returns) => comesMonthly(returns, rulesInForce))).toEqual([
      ...[false, false, false],
      ...[true, true],
    ])
  })
})

describe('gapThatCounts', () => {
  it('takes nothing back of a month away for who comes monthly, and of more as ever', () => {
    expect([27, 28, 55, 56].map((gapDays) => gapThatCounts(gapDays, 3, rulesInForce))).toEqual([0, 0, 0, 56])
    expect([28, 56].map((gapDays) => gapThatCounts(gapDays, 2, rulesInForce))).toEqual([28, 56])
  })
})

it('a month away is what halves the sets at first, and keeps seven tenths of the targets', () => {
  const { min = 0, max = 0 } = rulesInForce.layoff.monthly?.gapDays ?? {}
  for (const gapDays of [min, max]) {
    expect(wayBack(gapDays, rulesInForce)).toMatchObject({ factor: 0.7, weeklySetMultipliers: [0.5, 0.7, 0.8, 0.9] })
  }
  expect(wayBack(min - 1, rulesInForce).weeklySetMultipliers[0]).not.toBe(0.5)
  expect(wayBack(max + 1, rulesInForce).factor).not.toBe(0.7)
})
