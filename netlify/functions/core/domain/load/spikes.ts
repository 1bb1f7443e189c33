import { addDays } from '#domain/calendar/days-between.js'
import { inOrder } from '#domain/calendar/in-order.js'
import { type Category, categories } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { SessionId } from '#domain/values/id.schema.js'
import type { SessionLoads } from './performed-session.js'
import { type SessionSpike, type SpikeLoads, sessionSpike } from './session-spike.js'

/** A session compared with those before it, in one category. */
export type CategorySpike = {
  readonly sessionId: SessionId
  readonly date: string
  readonly category: Category
  readonly loads: SpikeLoads
  readonly spike: SessionSpike
}

/** Compares the sessions of some days with all those before them, by category, in order of date. */
export function spikesBetween(
  sessions: readonly SessionLoads[],
  from: string,
  to: string,
  rules: TrainingRules,
): CategorySpike[] {
  const ordered = inOrder(sessions)
  const spikes = categories.flatMap((category) => spikesIn(category, ordered, from, to, rules))
  return spikes.toSorted((a, b) => (a.date < b.date ? -1 : 1))
}

/** The first session of the days before moves on with the sessions, so that each is passed once. */
function spikesIn(
  category: Category,
  ordered: readonly SessionLoads[],
  from: string,
  to: string,
  rules: TrainingRules,
): CategorySpike[] {
  const { priorDays, referenceSessionsMin } = rules.load.spike
  const worked = ordered.filter(({ sets }) => sets[category] > 0)
  const loadsOf = (first: number, end: number) =>
    worked.slice(Math.max(0, first), end).map(({ timeLoadKgSeconds }) => timeLoadKgSeconds[category])
  let first = 0
  return worked.flatMap(({ id, date, timeLoadKgSeconds }, index) => {
    if (date < from || date > to) return []
    const earliest = addDays(date, -priorDays)
    while ((worked[first]?.date ?? date) < earliest) first += 1
    const loads = {
      load: timeLoadKgSeconds[category],
      prior30Days: loadsOf(first, index),
      priorLast3: loadsOf(index - referenceSessionsMin, index),
    }
    return [{ sessionId: id, date, category, loads, spike: sessionSpike(loads, rules) }]
  })
}
