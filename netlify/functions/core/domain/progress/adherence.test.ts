import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { mondayOf } from '#domain/calendar/iso-week.js'
import { adherenceDaysFrom, adherenceOf } from './adherence.js'

const day = (date: string, planned: number, completed: number) => ({ date, planned, completed })
/** Mondays of ISO weeks, on each of which a session was trained. */
const trainedOn = (...dates: string[]) => dates.map((date) => day(date, 1, 1))

const today = '2026-11-22'

describe('the weeks of adherence', () => {
  it('show what share of the plan was completed', () => {
    const { weeks } = adherenceOf([day('2026-11-02', 1, 1), day('2026-11-10', 1, 1), day('2026-11-12', 1, 0)], today)
    expect(weeks.map(({ adherence }) => adherence)).toEqual([1, 0.5])
  })

  it('count what is completed on a day that has not come, and nothing else of it', () => {
    const { weeks } = adherenceOf([day(today, 2, 1), day('2026-11-23', 2, 1), day('2026-11-24', 1, 0)], today)
    expect(weeks.map(({ week, planned, completed }) => [week, planned, completed])).toEqual([
      ['2026-W47', 1, 1],
      ['2026-W48', 1, 1],
    ])
  })
})

describe('the streak of weeks with training', () => {
  const streakOf = (dates: string[], on = today) => adherenceOf(trainedOn(...dates), on).trained

  it('ended when weeks passed without training, also where none was planned', () => {
    const five = ['2026-08-31', '2026-09-07', '2026-09-14', '2026-09-21', '2026-09-28']
    expect(streakOf([...five, '2026-11-23'], '2026-11-25')).toEqual({ currentWeeks: 1, longestWeeks: 5 })
  })

  it('is none months after the last of scattered weeks', () => {
    const scattered = ['2020-12-21', '2020-12-28', '2021-01-04', '2024-12-23', '2024-12-30', '2025-12-22']
    const latest = ['2025-12-29', '2026-01-05']
    expect(streakOf([...scattered, ...latest])).toEqual({ currentWeeks: 0, longestWeeks: 3 })
  })

  it('goes on in a running week without training, and ends with it', () => {
    expect(streakOf(['2026-11-02', '2026-11-09'], '2026-11-22')).toEqual({ currentWeeks: 2, longestWeeks: 2 })
    expect(streakOf(['2026-11-02', '2026-11-09'], '2026-11-23')).toEqual({ currentWeeks: 0, longestWeeks: 2 })
  })

  it('does not ask whether everything planned was done', () => {
    const days = [day('2026-11-10', 3, 1), day('2026-11-17', 3, 1)]
    expect(adherenceOf(days, today)).toMatchObject({ trained: { currentWeeks: 2 }, kept: { currentWeeks: 0 } })
  })

  it('is at most the weeks since the first day, and only training makes it longer', () => {
    const dates = fc.uniqueArray(fc.integer({ min: 0, max: 80 }), { maxLength: 30 })
    fc.assert(
      fc.property(dates, (ago) => {
        const trained = ago.map((days) => addDays(today, -days))
        const { currentWeeks, longestWeeks } = streakOf(trained.toSorted())
        expect(currentWeeks).toBeLessThanOrEqual(longestWeeks)
        expect(longestWeeks).toBeLessThanOrEqual(new Set(trained.map(mondayOf)).size)
        expect(streakOf([...trained, today].toSorted()).longestWeeks).toBeGreaterThanOrEqual(longestWeeks)
      }),
    )
  })
})

describe('the streak of weeks in which the plan was kept', () => {
  it("passes over weeks without a plan, and does not count today's open session as missed", () => {
    const days = [...trainedOn('2026-10-06', '2026-11-18'), day(today, 1, 0), day('2026-11-25', 1, 0)]
    expect(adherenceOf(days, today).kept).toEqual({ currentWeeks: 2, longestWeeks: 2 })
  })

  it('ends with a week that was not completed', () => {
    const days = [day('2026-11-02', 1, 1), day('2026-11-10', 1, 0), day('2026-11-18', 2, 2)]
    expect(adherenceOf(days, today).kept).toEqual({ currentWeeks: 1, longestWeeks: 1 })
  })
})

it('there is no streak when nothing was planned', () => {
  const none = { currentWeeks: 0, longestWeeks: 0 }
  expect(adherenceOf([], today)).toEqual({ weeks: [], trained: none, kept: none })
})

describe('weeks that are over for everybody', () => {
  it('end on a Sunday, wherever the athlete is', () => {
    // a Monday in UTC, while it is Sunday in the far west
    expect(adherenceDaysFrom(new Date('2026-11-23T11:59:59.000Z'))).toBe('2026-11-16')
    expect(adherenceDaysFrom(new Date('2026-11-23T12:00:00.000Z'))).toBe('2026-11-23')
  })

  it('may be added up under their Mondays', () => {
    const now = new Date('2026-11-22T12:00:00.000Z')
    const counted = fc.record({ daysAgo: fc.integer({ min: -20, max: 200 }), planned: fc.nat(3), done: fc.nat(3) })
    fc.assert(
      fc.property(fc.array(counted), fc.integer({ min: -1, max: 1 }), (list, daysEast) => {
        const days = list.map(({ daysAgo, planned, done }) => day(addDays(today, -daysAgo), planned + done, done))
        const from = adherenceDaysFrom(now)
        const inWeeks = days.map((one) => (one.date < from ? { ...one, date: mondayOf(one.date) } : one))
        const on = addDays(today, daysEast)
        expect(adherenceOf(inWeeks, on)).toEqual(adherenceOf(days, on))
      }),
    )
  })
})
