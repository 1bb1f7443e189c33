import type { Library } from '#domain/library/library-facts.js'
import type { PerformedSession, SessionLoads } from '#domain/load/performed-session.js'
import { sessionLoads } from '#domain/load/session-loads.js'
import { type AthleteFacts, bodyMassOn } from '#queries/athlete-facts.js'

/** What sessions come to, each with the body mass as of its day. */
export function loadsOf(
  sessions: readonly PerformedSession[],
  library: Library,
  athlete: AthleteFacts,
): SessionLoads[] {
  return sessions.map((session) => sessionLoads(session, library, bodyMassOn(athlete, session.date)))
}
