import { bodyMassOn } from '#domain/athlete/body-mass.js'
import type { Library } from '#domain/library/library-facts.js'
import type { PerformedSession, SessionLoads } from '#domain/load/performed-session.js'
import { sessionLoads } from '#domain/load/session-loads.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { AthleteFacts } from '#queries/athlete-facts.js'

/** What sessions come to, each with the body mass as of its day. */
export function loadsOf(
  sessions: readonly PerformedSession[],
  library: Library,
  { bodyMass }: Pick<AthleteFacts, 'bodyMass'>,
  rules: TrainingRules,
): SessionLoads[] {
  return sessions.map((session) => sessionLoads(session, library, bodyMassOn(bodyMass, session.date, rules), rules))
}
