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
  const spikes = categories.flatMap((category) => spikesIn(category, ordered, rules))
  return spikes.filter(({ date }) => date >= from && date <= to).toSorted((a, b) => (a.date < b.date ? -1 : 1))
}

function spikesIn(category: Category, ordered: readonly SessionLoads[], rules: TrainingRules): CategorySpike[] {
  const { priorDays, referenceSessionsMin } = rules.load.spike
  const worked = ordered.filter(({ sets }) => sets[category] > 0)
  return worked.map(({ id, date, timeLoadKgSeconds }, index) => {
    const before = worked.slice(0, index)
    const earliest = addDays(date, -priorDays)
    const loadsOf = (some: readonly SessionLoads[]) => some.map((other) => other.timeLoadKgSeconds[category])
    const loads = {
      load: timeLoadKgSeconds[category],
      prior30Days: loadsOf(before.filter((other) => other.date >= earliest)),
      priorLast3: loadsOf(before.slice(-referenceSessionsMin)),
    }
    return { sessionId: id, date, category, loads, spike: sessionSpike(loads, rules) }
  })
}
