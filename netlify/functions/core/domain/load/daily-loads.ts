import { addDays, daysBetween } from '#domain/calendar/days-between.js'
import type { Category } from '#domain/library/vocabulary.js'
import { sum } from '#domain/values/statistics.js'
import type { PerCategory, SessionLoads } from './performed-session.js'
import { perCategory } from './session-loads.js'

/** The load of all sessions of a day. */
export type DayLoad = {
  readonly date: string
  readonly sessions: number
  /** AU; 0 on a day of rest, null when no session of the day has both a duration and a rating. */
  readonly sessionLoad: number | null
  /**
   * Whether the mean of the rated sets stands in for a rating of the whole session; null when there
   * is no load.
   */
  readonly estimated: boolean | null
  readonly timeLoadKgSeconds: PerCategory
  readonly volumeLoadKgReps: number
  readonly sets: PerCategory
}

/** Lists the dates from one to another, both included; none when the other comes first. */
export function datesBetween(from: string, to: string): string[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, day) => addDays(from, day))
}

/** Adds up the sessions of every day from one to another, rest days included. */
export function dailyLoads(sessions: readonly SessionLoads[], from: string, to: string): DayLoad[] {
  const byDate = Map.groupBy(sessions, ({ date }) => date)
  return datesBetween(from, to).map((date) => dayLoad(date, byDate.get(date) ?? []))
}

/** Lists the loads of days in AU; an unknown load counts as 0. */
export function effortByDay(sessions: readonly SessionLoads[], from: string, to: string): number[] {
  return dailyLoads(sessions, from, to).map(({ sessionLoad }) => sessionLoad ?? 0)
}

function dayLoad(date: string, sessions: readonly SessionLoads[]): DayLoad {
  const known = sessions.flatMap(({ effort: { load, estimated } }) => (load === null ? [] : [{ load, estimated }]))
  const totalOf = (numberOf: (session: SessionLoads, category: Category) => number) =>
    perCategory((category) => sum(sessions.map((session) => numberOf(session, category))))
  return {
    date,
    sessions: sessions.length,
    sessionLoad: sessions.length > 0 && known.length === 0 ? null : sum(known.map(({ load }) => load)),
    estimated: known.length === 0 ? null : known.some(({ estimated }) => estimated === true),
    timeLoadKgSeconds: totalOf(({ timeLoadKgSeconds }, category) => timeLoadKgSeconds[category]),
    volumeLoadKgReps: sum(sessions.map(({ volumeLoadKgReps }) => volumeLoadKgReps)),
    sets: totalOf(({ sets }, category) => sets[category]),
  }
}

/** Counts the sets of each category in the days from one to another. */
export function setsBetween(sessions: readonly SessionLoads[], from: string, to: string): PerCategory {
  const within = sessions.filter(({ date }) => date >= from && date <= to)
  return perCategory((category) => sum(within.map(({ sets }) => sets[category])))
}
