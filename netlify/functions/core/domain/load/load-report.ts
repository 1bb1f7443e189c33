import { addDays } from '#domain/calendar/days-between.js'
import { isoWeekOf, rangeOf } from '#domain/calendar/iso-week.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { type AcuteChronicRatio, acuteChronicRatio } from './acute-chronic-ratio.js'
import { type DayLoad, dailyLoads, datesBetween, effortByDay } from './daily-loads.js'
import type { SessionLoads } from './performed-session.js'
import { type CategorySpike, spikesBetween } from './spikes.js'
import { type WeekStatistics, weekStatistics } from './week-statistics.js'

export type WeekLoad = WeekStatistics & {
  /** ISO week. */
  readonly week: string
  /** False while the week runs. */
  readonly isOver: boolean
}

/** Training load over a range of days. */
export type LoadReport = {
  readonly days: readonly DayLoad[]
  /** The weeks that the range touches, each with all its days. */
  readonly weeks: readonly WeekLoad[]
  /** The ratios at the end of the range. */
  readonly ratio: AcuteChronicRatio
  /** The sessions that stand out. */
  readonly spikes: readonly CategorySpike[]
}

type Range = { readonly from: string; readonly to: string }

/** Reports the load over a range of days, from all sessions of an athlete. */
export function reportLoad(
  sessions: readonly SessionLoads[],
  { from, to, today }: Range & { readonly today: string },
  rules: TrainingRules,
): LoadReport {
  return {
    days: dailyLoads(sessions, from, to),
    weeks: weeksOf({ from, to }).map((week) => weekLoad(sessions, week, today, rules)),
    ratio: loadRatioOn(to, sessions, rules),
    spikes: spikesBetween(sessions, from, to, rules).filter(
      ({ spike }) => spike.band !== null && spike.band !== 'none',
    ),
  }
}

/**
 * Computes the acute:chronic ratios on a day, over the four weeks that end with it. All are null
 * before an athlete has trained for four weeks: days before the first session are not days of rest.
 */
export function loadRatioOn(day: string, sessions: readonly SessionLoads[], rules: TrainingRules): AcuteChronicRatio {
  const from = addDays(day, 1 - rules.load.ratio.chronicDays)
  const hasHistory = sessions.some(({ date }) => date <= from)
  return acuteChronicRatio(hasHistory ? effortByDay(sessions, from, day) : [], rules)
}

function weeksOf({ from, to }: Range): string[] {
  return [...new Set(datesBetween(from, to).map(isoWeekOf))]
}

function weekLoad(sessions: readonly SessionLoads[], week: string, today: string, rules: TrainingRules): WeekLoad {
  const { from, to } = rangeOf(week)
  return { week, isOver: to < today, ...weekStatistics(effortByDay(sessions, from, to), rules) }
}
