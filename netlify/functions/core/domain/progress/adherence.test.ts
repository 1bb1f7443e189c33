import { describe, expect, it } from 'vitest'
import { adherenceOf } from './adherence.js'

const day = (date: string, planned: number, completed: number) => ({ date, planned, completed })

describe('adherenceOf', () => {
  it('counts consecutive weeks in which everything planned was done', () => {
    const { weeks, currentStreakWeeks, longestStreakWeeks } = adherenceOf(
      [day('2026-11-02', 1, 1), day('2026-11-10', 1, 1), day('2026-11-12', 1, 0), day('2026-11-18', 2, 2)],
      '2026-11-22',
    )
    expect(weeks.map(({ adherence }) => adherence)).toEqual([1, 0.5, 1])
    expect({ currentStreakWeeks, longestStreakWeeks }).toEqual({ currentStreakWeeks: 1, longestStreakWeeks: 1 })
  })

  it("passes over weeks without a plan, and does not count today's open session as missed", () => {
    const { currentStreakWeeks } = adherenceOf(
      [day('2026-10-06', 1, 1), day('2026-11-18', 1, 1), day('2026-11-22', 1, 0), day('2026-11-25', 1, 0)],
      '2026-11-22',
    )
    expect(currentStreakWeeks).toBe(2)
  })

  it('has no streak when nothing was planned', () => {
    expect(adherenceOf([], '2026-11-22')).toEqual({ weeks: [], currentStreakWeeks: 0, longestStreakWeeks: 0 })
  })
})
