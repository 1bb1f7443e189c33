import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateOfDay, dayNumber } from './day-number.js'

const msPerDay = 86_400_000

/** The slow way: what the language itself says. */
const dayByDate = (date: string) => Date.parse(`${date}T00:00:00Z`) / msPerDay
const dateByDate = (day: number) => new Date(day * msPerDay).toISOString().slice(0, 10)

describe('the number of a day', () => {
  test('is what a Date counts, for every day from 1900 to 2200, and back', () => {
    const wrong: string[] = []
    for (let day = dayByDate('1900-01-01'); day <= dayByDate('2200-12-31'); day += 1) {
      const date = dateByDate(day)
      if (dayNumber(date) !== day || dateOfDay(day) !== date) wrong.push(date)
    }
    expect(wrong).toEqual([])
  })

  test('is what a Date counts in every other year that has four digits', () => {
    const [min, max] = [dayByDate('0000-01-01'), dayByDate('9999-12-31')]
    fc.assert(
      fc.property(fc.integer({ min, max }), (day) => {
        expect(dateOfDay(day)).toBe(dateByDate(day))
        expect(dayNumber(dateByDate(day))).toBe(day)
      }),
      { numRuns: 2000 },
    )
    expect([min, max].map((day) => dayNumber(dateOfDay(day)))).toEqual([min, max])
  })

  test('counts a day that its month does not have into the next one', () => {
    expect(dateOfDay(dayNumber('2026-02-29'))).toBe('2026-03-01')
    expect(dateOfDay(dayNumber('2026-11-31'))).toBe('2026-12-01')
  })

  test('is no number where the text is too short for a date', () => {
    expect(dayNumber('2026-11')).toBeNaN()
    expect(dayNumber('')).toBeNaN()
  })
})

test.each([Number.NaN, 0.5, Number.POSITIVE_INFINITY, dayByDate('9999-12-31') + 1, dayByDate('0000-01-01') - 1])(
  'dateOfDay refuses %s',
  (day) => {
    expect(() => dateOfDay(day)).toThrow(RangeError)
  },
)
