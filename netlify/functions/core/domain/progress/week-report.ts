import { datesOf, rangeOf } from '#domain/calendar/iso-week.js'
import { categories } from '#domain/library/vocabulary.js'
import { type Day, type DaySummary, restDay } from './day-summary.schema.js'
import type { SessionOutline } from './session-outline.schema.js'
import { type CategorySets, type WeekReport, weekSessionsMax } from './week-report.schema.js'

type Dated = { readonly date: string }

/** What a week's report is made from; days outside the week are ignored. */
export type WeekFacts = {
  readonly week: string
  readonly timeZone: string
  readonly today: string
  readonly days: readonly DaySummary[]
  readonly sessions: readonly SessionOutline[]
  readonly categorySets: readonly (CategorySets & Dated)[]
  readonly skipped: readonly ({ readonly sessions: number } & Dated)[]
}

/** Reports a week: seven days, what they add up to, and planned against done. */
export function reportWeek({ week, timeZone, today, days, sessions, categorySets, skipped }: WeekFacts): WeekReport {
  const dates = datesOf(week)
  const isInWeek = ({ date }: Dated) => dates.includes(date)
  const seven = dates.map((date): Day => {
    const { date: _, ...summary } = days.find((day) => day.date === date) ?? restDay(date)
    return { date, isToday: date === today, ...summary }
  })
  const plannedSessions = sum(seven, 'plannedSessions')
  const completedSessions = sum(seven, 'completedSessions')
  const skippedSessions = sum(skipped.filter(isInWeek), 'sessions')
  const everPlanned = plannedSessions + skippedSessions
  return {
    week,
    ...rangeOf(week),
    timeZone,
    days: seven,
    sessions: sessions.filter(isInWeek).slice(0, weekSessionsMax),
    totals: totalsOf(seven),
    categories: categories.map((category) => {
      const own = categorySets.filter((sets) => isInWeek(sets) && sets.category === category)
      return {
        category,
        plannedSets: sum(own, 'plannedSets'),
        completedSets: sum(own, 'completedSets'),
        extraSets: sum(own, 'extraSets'),
      }
    }),
    plannedSessions,
    completedSessions,
    skippedSessions,
    adherence: everPlanned === 0 ? null : completedSessions / everPlanned,
  }
}

function totalsOf(days: readonly Day[]): WeekReport['totals'] {
  return {
    totalExercises: sum(days, 'totalExercises'),
    completedExercises: sum(days, 'completedExercises'),
    plannedSets: sum(days, 'plannedSets'),
    completedSets: sum(days, 'completedSets'),
    extraSets: sum(days, 'extraSets'),
    totalReps: sum(days, 'totalReps'),
    totalHoldSeconds: sum(days, 'totalHoldSeconds'),
    totalDurationMinutes: sum(days, 'totalDurationMinutes'),
  }
}

function sum<Key extends string>(items: readonly { readonly [key in Key]: number }[], key: Key): number {
  return items.reduce((total, item) => total + item[key], 0)
}
