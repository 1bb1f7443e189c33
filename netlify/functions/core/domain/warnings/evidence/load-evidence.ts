import { addDays } from '#domain/calendar/days-between.js'
import { effortByDay, setsBetween } from '#domain/load/daily-loads.js'
import { loadRatioOn } from '#domain/load/load-report.js'
import type { SessionLoads } from '#domain/load/performed-session.js'
import { spikesBetween } from '#domain/load/spikes.js'
import { type WeekStatistics, weekStatistics } from '#domain/load/week-statistics.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { mean } from '#domain/values/statistics.js'
import { evidence, type Gather } from './evidence.js'

/**
 * Gathers the session of the last days that stands out most among those that can be compared, in
 * its category.
 */
export const sessionSpike: Gather = ({ loads, today }, rules) => {
  const recent = spikesBetween(loads, addDays(today, 1 - rules.flags.spikeDays), today, rules)
  const compared = recent.flatMap(({ spike: { ratio }, ...one }) => (ratio === null ? [] : [{ ...one, ratio }]))
  const [largest] = compared.toSorted((one, other) => other.ratio - one.ratio)
  if (!largest) return null
  const { load: sessionLoad, prior30Days, priorLast3 } = largest.loads
  return evidence({ sessionLoad, prior30Days, priorLast3 }, largest.date, { category: largest.category })
}

/** Gathers the last seven days and the athlete's own weeks before them. */
export const monotony: Gather = ({ loads, today }, rules) => {
  const [week, ...before] = weeksBack(loads, today, rules)
  if (!week) return null
  const own = before.slice(0, rules.flags.ownWeeks)
  const own4WeekMean = own.length < rules.flags.ownWeeks ? null : mean(own.map(({ total }) => total))
  return evidence({ monotony: week.monotony, weekTotal: week.total, own4WeekMean }, addDays(today, -6))
}

/** Gathers the last seven days and all weeks before them. */
export const strain: Gather = ({ loads, today }, rules) => {
  const [week, ...before] = weeksBack(loads, today, rules)
  if (!week) return null
  const strainHistory = before.map((earlier) => earlier.strain).toReversed()
  return evidence({ strain: week.strain, strainHistory }, addDays(today, -6))
}

/** Gathers the ratio of acute to chronic load, for information. */
export const loadRatio: Gather = ({ loads, today }, rules) => {
  const { ewma } = loadRatioOn(today, loads, rules)
  return ewma === null ? null : evidence({ ewmaRatio: ewma }, addDays(today, 1 - rules.load.ratio.acuteDays))
}

/** Gathers the push and pull sets of four weeks. */
export const pushPull: Gather = ({ loads, today }, rules) => {
  const from = addDays(today, 1 - rules.flags.pushPull.days)
  const { Push, Pull } = setsBetween(loads, from, today)
  return evidence({ pushSets28Days: Push, pullSets28Days: Pull }, from)
}

/**
 * Computes weeks of seven days that end today, a week ago, and so on, as far back as the athlete
 * has trained for the whole of them.
 */
function weeksBack(loads: readonly SessionLoads[], today: string, rules: TrainingRules): WeekStatistics[] {
  const first = loads.reduce((earliest, { date }) => (date < earliest ? date : earliest), addDays(today, 1))
  const days = effortByDay(loads, first, today)
  const weeks: WeekStatistics[] = []
  for (let end = days.length; end >= 7; end -= 7) weeks.push(weekStatistics(days.slice(end - 7, end), rules))
  return weeks
}
