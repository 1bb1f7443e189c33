import { addDays } from '#domain/calendar/days-between.js'
import { categories } from '#domain/library/vocabulary.js'
import { setsBetween } from '#domain/load/daily-loads.js'
import { effortWeeks } from '#domain/load/effort-history.js'
import { loadRatioOn } from '#domain/load/load-report.js'
import { spikesBetween } from '#domain/load/spikes.js'
import { mean } from '#domain/values/statistics.js'
import { volumeFlag } from '../load-flags.js'
import { type Evidence, evidence, type Gather, mostTelling } from './evidence.js'

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
export const monotony: Gather = ({ efforts, today }, rules) => {
  const { ownWeeks } = rules.flags
  const [week, ...own] = effortWeeks(efforts, today, rules, 1 + ownWeeks)
  if (!week) return null
  const own4WeekMean = own.length < ownWeeks ? null : mean(own.map(({ total }) => total))
  return evidence({ monotony: week.monotony, weekTotal: week.total, own4WeekMean }, addDays(today, -6))
}

/** Gathers the last seven days and the athlete's own weeks before them, as many as there are of a year. */
export const strain: Gather = ({ efforts, today }, rules) => {
  const [week, ...before] = effortWeeks(efforts, today, rules)
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

/** Gathers the hard sets of the last seven days, and of the weeks before, of the category with the most. */
export const volume: Gather = ({ loads, today }, rules) => {
  const { ownWeeks } = rules.flags
  const from = addDays(today, -6)
  const before = addDays(from, -7 * ownWeeks)
  const week = setsBetween(loads, from, today)
  const earlier = setsBetween(loads, before, addDays(from, -1))
  const isUsualKnown = loads.some(({ date }) => date <= before)
  const candidates = categories.map((category): Evidence => {
    const categorySetsUsual = isUsualKnown ? earlier[category] / ownWeeks : null
    return evidence({ categorySets7Days: week[category], categorySetsUsual }, from, { category })
  })
  const mostFirst = candidates.toSorted((one, other) => setsIn(other) - setsIn(one))
  return mostTelling(mostFirst, volumeFlag, rules)
}

function setsIn({ facts: { categorySets7Days } }: Evidence): number {
  return categorySets7Days ?? 0
}
