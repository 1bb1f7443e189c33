import { daysBetween } from '#domain/calendar/days-between.js'
import { inOrder } from '#domain/calendar/in-order.js'
import type { LoggedSet } from '#domain/effort/set.schema.js'
import { exerciseIn, type Library } from '#domain/library/library-facts.js'
import type { Category, PainSite } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { LoggedSession, TrainingLog } from '#domain/training/training-log.js'
import { type FlagCode, noFlagFacts } from '#domain/warnings/warning-flag.js'
import { warningFlags } from '#domain/warnings/warning-flags.js'

/** The warnings that bar a test. */
const painCodes = ['PAIN_HIGH', 'PAIN_PERSISTENT'] as const satisfies readonly FlagCode[]

/** A warning of pain, and the day of the session that raised it. */
export type RedFlag = { readonly code: (typeof painCodes)[number]; readonly on: string }

/**
 * Lists the red flags of pain that sessions in a category raised in the last days, oldest first:
 * strong pain, and noticeable pain at one site in two of three sessions in a row. Pain without a
 * named site counts as one site of its own, which errs on the safe side. These are warnings for the
 * athlete's attention, never a diagnosis.
 */
export function redFlags(
  trainingLog: TrainingLog,
  library: Library,
  category: Category,
  today: string,
  rules: TrainingRules,
): RedFlag[] {
  const worked = inOrder(trainingLog.sessions)
    .map((session) => ({ on: session.date, sets: setsIn(session, library, category) }))
    .filter(({ sets }) => sets.length > 0)
  return worked.flatMap(({ on }, index) => {
    if (daysBetween(on, today) >= rules.levelUp.redFlagDays) return []
    const window = worked.slice(0, index + 1).slice(-rules.flags.painPersistent.sessions)
    return codesRaised(
      window.map(({ sets }) => sets),
      rules,
    ).map((code) => ({ code, on }))
  })
}

function setsIn({ exercises }: LoggedSession, library: Library, category: Category): LoggedSet[] {
  return exercises
    .filter(({ exerciseId }) => exerciseIn(library, exerciseId).category === category)
    .flatMap(({ sets }) => sets)
}

/** Returns the flags that hold after the last of these sessions. */
function codesRaised(sessions: readonly (readonly LoggedSet[])[], rules: TrainingRules): RedFlag['code'][] {
  const pain7Days = painsNoted(sessions.at(-1) ?? [])
  const sites = new Set(sessions.flat().map(siteOf))
  const raised = [...sites].flatMap((site) => {
    const painLast3SameSite = sessions.map((sets) => worstAt(sets, site))
    return warningFlags({ ...noFlagFacts, pain7Days, painLast3SameSite }, rules).flags.map(({ code }) => code)
  })
  return painCodes.filter((code) => raised.includes(code))
}

function siteOf({ painSite }: LoggedSet): PainSite | 'unnamed' {
  return painSite ?? 'unnamed'
}

function worstAt(sets: readonly LoggedSet[], site: PainSite | 'unnamed'): number {
  return Math.max(0, ...painsNoted(sets.filter((set) => siteOf(set) === site)))
}

function painsNoted(sets: readonly LoggedSet[]): number[] {
  return sets.flatMap(({ pain }) => pain ?? [])
}
