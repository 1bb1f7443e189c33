import { addDays } from '#domain/calendar/days-between.js'
import type { WorkedSet } from '#domain/effort/set.schema.js'
import type { PainSite } from '#domain/library/vocabulary.js'
import type { PerformedSession } from '#domain/load/performed-session.js'
import { type PainNote, painNotes } from '#domain/recovery/pain.js'
import { painPersistentFlag } from '../pain-flags.js'
import { type Evidence, evidence, type Gather, isCurrent, mostTelling, sessionsSoFar } from './evidence.js'

/**
 * Gathers the pain of the last 7 days, from sets and check-ins; it dates from the first that was
 * strong, and is about the place of the worst.
 */
export const painHigh: Gather = ({ sessions, checkIns, today }, { flags }) => {
  const notes = painNotes({ sessions }, checkIns, { from: addDays(today, 1 - flags.painDays), to: today })
  const [first] = [...notes.filter(({ pain }) => pain > flags.painHighAbove), ...notes]
  if (!first) return null
  return evidence({ pain7Days: notes.map(({ pain }) => pain) }, first.on, { painSite: siteOfWorst(notes) })
}

/** Returns where the worst pain was; of notes that are as bad, the last that names a place. */
function siteOfWorst(notes: readonly PainNote[]): PainSite | null {
  const worst = Math.max(...notes.map(({ pain }) => pain))
  return notes.findLast(({ pain, painSite }) => pain === worst && painSite !== null)?.painSite ?? null
}

/**
 * Gathers the pain at each site in the last 3 sessions. Pain without a named site counts as one
 * site of its own, which errs on the safe side.
 */
export const painPersistent: Gather = (situation, rules) => {
  const { sessions, painMin } = rules.flags.painPersistent
  const last = sessionsSoFar(situation).filter(hasSets).slice(-sessions)
  const newest = last.at(-1)
  if (!newest || !isCurrent(newest.date, situation, rules)) return null
  const sites = [...new Set(last.flatMap(setsOf).map(({ painSite }) => painSite))]
  const candidates = sites.map((site): Evidence => {
    const worst = last.map((session) => ({ on: session.date, pain: worstAt(session, site) }))
    const since = worst.find(({ pain }) => pain >= painMin)?.on ?? newest.date
    return evidence({ painLast3SameSite: worst.map(({ pain }) => pain) }, since, { painSite: site })
  })
  return mostTelling(candidates, painPersistentFlag, rules)
}

function setsOf({ exercises }: PerformedSession): WorkedSet[] {
  return exercises.flatMap(({ sets }) => sets)
}

function hasSets(session: PerformedSession): boolean {
  return setsOf(session).length > 0
}

function worstAt(session: PerformedSession, site: PainSite | null): number {
  const pains = setsOf(session).filter(({ painSite }) => painSite === site)
  return Math.max(0, ...pains.map(({ pain }) => pain ?? 0))
}
