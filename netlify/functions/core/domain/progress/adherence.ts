import { addDays } from '#domain/calendar/days-between.js'
import { isoWeekOf, mondayOf } from '#domain/calendar/iso-week.js'

export type PlannedDay = { readonly date: string; readonly planned: number; readonly completed: number }

export type AdherenceWeek = {
  readonly week: string
  readonly planned: number
  readonly completed: number
  /** Share of the plan that was completed, 0 to 1. */
  readonly adherence: number
}

/**
 * How closely the athlete keeps to their own plan: a rest day costs nothing, a session more than
 * planned adds nothing.
 */
export type Adherence = {
  readonly weeks: readonly AdherenceWeek[]
  /**
   * Weeks in a row, up to now, in which everything due so far was completed; weeks without a plan
   * are passed over.
   */
  readonly currentStreakWeeks: number
  readonly longestStreakWeeks: number
}

/**
 * Computes adherence week by week, from the first plan to today; what is still to come today is not
 * missed yet.
 */
export function adherenceOf(days: readonly PlannedDay[], today: string): Adherence {
  const due = days.filter(({ date, planned, completed }) => date < today || (date === today && planned === completed))
  const byWeek = Map.groupBy(due, ({ date }) => mondayOf(date))
  const weeks = [...byWeek].sort(([a], [b]) => (a < b ? -1 : 1)).map(([monday, of]) => weekOf(monday, of))
  const streaks = streaksOf(weeks)
  return { weeks, currentStreakWeeks: streaks.at(-1) ?? 0, longestStreakWeeks: Math.max(0, ...streaks) }
}

function weekOf(monday: string, days: readonly PlannedDay[]): AdherenceWeek {
  const planned = days.reduce((sum, day) => sum + day.planned, 0)
  const completed = days.reduce((sum, day) => sum + day.completed, 0)
  return { week: isoWeekOf(addDays(monday, 3)), planned, completed, adherence: completed / planned }
}

/** Counts, after each week, how many weeks in a row have been kept. */
function streaksOf(weeks: readonly AdherenceWeek[]): number[] {
  let streak = 0
  return weeks.map(({ adherence }) => {
    streak = adherence === 1 ? streak + 1 : 0
    return streak
  })
}
