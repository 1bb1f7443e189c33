import { addDays } from '#domain/calendar/days-between.js'
import { isoWeekOf, mondayOf } from '#domain/calendar/iso-week.js'
import { todayAnywhere } from '#domain/calendar/time-zone.js'

export type PlannedDay = { readonly date: string; readonly planned: number; readonly completed: number }

export type AdherenceWeek = {
  readonly week: string
  readonly planned: number
  readonly completed: number
  /** Share of the plan that was completed, 0 to 1. */
  readonly adherence: number
}

/** Rows of weeks: the one that runs up to now, and the longest. */
export type Streak = { readonly currentWeeks: number; readonly longestWeeks: number }

/**
 * How steadily the athlete trains, and how closely they keep to their own plan: a rest day costs
 * nothing, a session more than planned adds nothing.
 */
export type Adherence = {
  readonly weeks: readonly AdherenceWeek[]
  /** Weeks in a row with training; a week that passes without any ends them. */
  readonly trained: Streak
  /**
   * Weeks in a row in which everything due so far was completed; weeks without a plan are passed
   * over.
   */
  readonly kept: Streak
}

/**
 * Returns the Monday before which nothing depends on single days: those weeks are over for everybody, and
 * may be given to `adherenceOf` as one day each.
 */
export function adherenceDaysFrom(now: Date): string {
  return mondayOf(todayAnywhere(now).from)
}

/**
 * Computes adherence week by week. What is completed counts, whatever day it is for the athlete; of
 * today and later that is all that counts, because the rest is not missed yet.
 */
export function adherenceOf(days: readonly PlannedDay[], today: string): Adherence {
  const due = days
    .map((day) => (day.date < today ? day : { ...day, planned: day.completed }))
    .filter(({ planned }) => planned > 0)
  const byWeek = [...Map.groupBy(due, ({ date }) => mondayOf(date))].sort(([a], [b]) => (a < b ? -1 : 1))
  const weeks = byWeek.map(([monday, of]) => weekOf(monday, of))
  const trainedOn = byWeek.filter((_, index) => weeks[index]?.completed !== 0).map(([monday]) => monday)
  return { weeks, trained: trainedStreak(trainedOn, mondayOf(today)), kept: keptStreak(weeks) }
}

function weekOf(monday: string, days: readonly PlannedDay[]): AdherenceWeek {
  const planned = days.reduce((sum, day) => sum + day.planned, 0)
  const completed = days.reduce((sum, day) => sum + day.completed, 0)
  return { week: isoWeekOf(addDays(monday, 3)), planned, completed, adherence: completed / planned }
}

/** Counts weeks in a row with training, by their Mondays; the week that runs has time until it ends. */
function trainedStreak(mondays: readonly string[], thisMonday: string): Streak {
  const lengths: number[] = []
  for (const [index, monday] of mondays.entries()) {
    const goesOn = index > 0 && mondays[index - 1] === addDays(monday, -7)
    lengths.push(goesOn ? (lengths.at(-1) ?? 0) + 1 : 1)
  }
  const isRunning = (mondays.at(-1) ?? '') >= addDays(thisMonday, -7)
  return { currentWeeks: isRunning ? (lengths.at(-1) ?? 0) : 0, longestWeeks: Math.max(0, ...lengths) }
}

function keptStreak(weeks: readonly AdherenceWeek[]): Streak {
  let streak = 0
  const lengths = weeks.map(({ adherence }) => {
    streak = adherence === 1 ? streak + 1 : 0
    return streak
  })
  return { currentWeeks: streak, longestWeeks: Math.max(0, ...lengths) }
}
