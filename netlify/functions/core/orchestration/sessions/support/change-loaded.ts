import { revise } from '#domain/session/revise.js'
import type { Moment, Session } from '#domain/session/session.js'
import { sessionEvents } from '#domain/session/session-events.js'
import type { Commit } from '#orchestration/commit.js'
import type { Context } from '#orchestration/context.js'
import type { LoadedSession } from './load-session.js'
import { updateStatements } from './save-session.js'

/**
 * Decides what becomes of a session. Returns the very same object when nothing changes; throws a
 * refusal.
 */
export type Decide = (session: Session, moment: Moment) => Session

type Changed<Output> = Required<Pick<Commit<Output>, 'statements' | 'events' | 'output' | 'committed'>>

/**
 * Decides about a loaded session and prepares its writes. The answer shows the session as it will be
 * stored, and as this process remembers it from then on.
 */
export function changeLoaded<Output>(
  { athleteId, now, sessionMemory }: Context,
  { session, moment, ...beside }: LoadedSession,
  decide: Decide,
  present: (session: Session, moment: Moment) => Output,
): Changed<Output> {
  const after = revise(session, decide(session, moment), moment.now)
  return {
    statements: updateStatements({ athleteId, now }, session, after),
    events: sessionEvents(session, after, moment),
    output: present(after, moment),
    committed: () => sessionMemory.keep(athleteId, { ...beside, session: after }, now),
  }
}
