import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from './days-between.js'
import { datesOf, isoWeekOf, mondayOf, rangeOf, weekExists } from './iso-week.js'
import { WeekName } from './week.schema.js'

const dates = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays('2001-01-01', days))

describe('ISO weeks', () => {
  test.each([
    ['2026-11-22', '2026-W47'],
    ['2026-11-23', '2026-W48'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-01', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2021-01-03', '2020-W53'],
    ['2023-01-01', '2022-W52'],
  ])('isoWeekOf(%s) is %s', (date, week) => {
    expect(isoWeekOf(date)).toBe(week)
  })

  test('datesOf a week are seven dates from Monday on, over the end of a year', () => {
    expect(datesOf('2026-W53')).toEqual([
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
    ])
  })

  test('rangeOf a week runs from Monday to Sunday', () => {
    expect(rangeOf('2027-W01')).toEqual({ from: '2027-01-04', to: '2027-01-10' })
  })

  test('mondayOf is the last day with that name up to a date, from 1900 to 2200', () => {
    const wrong: string[] = []
    for (let date = '1900-01-01'; date < '2200-12-31'; date = addDays(date, 1)) {
      const monday = mondayOf(date)
      const isMonday = new Date(monday).getUTCDay() === 1
      if (!isMonday || monday > date || addDays(monday, 6) < date) wrong.push(date)
    }
    expect(wrong).toEqual([])
  })

  test('every date is in the dates of its own week', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const week = isoWeekOf(date)
        expect(datesOf(week)).toContain(date)
        expect(datesOf(week)[0]).toBe(mondayOf(date))
        expect(weekExists(week)).toBe(true)
      }),
    )
  })

  test('weekExists is true for the week 53 of 71 years in 400, 2026 among them and 2027 not', () => {
    const years = Array.from({ length: 400 }, (_, index) => 2000 + index)
    expect(years.filter((year) => weekExists(`${year}-W53`))).toHaveLength(71)
    expect(weekExists('2026-W53')).toBe(true)
    expect(weekExists('2027-W53')).toBe(false)
  })
})

describe('WeekName', () => {
  test.each(['current', '2026-W01', '2026-W53', '2099-W52'])('accepts %s', (name) => {
    expect(WeekName.safeParse(name).success).toBe(true)
  })

  test.each(['2027-W53', '2026-W00', '2026-W54', '2026-47', '2026-w47', '1999-W01', 'Current', '', '2026-W47 '])(
    'refuses %j',
    (name) => {
      expect(WeekName.safeParse(name).success).toBe(false)
    },
  )
})
