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

/**
 * Reports the load over a range of days, from an athlete's sessions since `reportLooksSince`, and the
 * last before (`sessionsLookedAtBefore`).
 */
export function reportLoad(
  sessions: readonly SessionLoads[],
  { from, to, today }: Range & { readonly today: string },
  rules: TrainingRules,
): LoadReport {
  return {
    days: dailyLoads(sessions, from, to),
    weeks: weekLoads(sessions, weeksOf({ from, to }), today, rules),
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

function weekLoads(
  sessions: readonly SessionLoads[],
  weeks: readonly string[],
  today: string,
  rules: TrainingRules,
): WeekLoad[] {
  const ranges = weeks.map(rangeOf)
  const [first, last] = [ranges.at(0), ranges.at(-1)]
  const days = first && last ? effortByDay(sessions, first.from, last.to) : []
  return weeks.map((week, index) => ({
    week,
    isOver: rangeOf(week).to < today,
    ...weekStatistics(days.slice(7 * index, 7 * index + 7), rules),
  }))
}
