import { revise } from '#domain/session/revise.js'
import type { Moment, Session } from '#domain/session/session.js'
import { sessionEvents } from '#domain/session/session-events.js'
import type { SessionId } from '#domain/values/id.schema.js'
import type { Commit } from '#orchestration/commit.js'
import type { Context } from '#orchestration/context.js'
import { type LoadedSession, loadSession } from './load-session.js'
import { presentSession } from './present-session.js'
import { updateStatements } from './save-session.js'
import type { SessionResource } from './schemas.js'

/**
 * Decides what becomes of a session. Returns the very same object when nothing changes; throws a
 * refusal.
 */
export type Decide = (session: Session, moment: Moment) => Session

/**
 * Loads a session, decides, and prepares its writes. The answer shows the session as it will be
 * stored.
 */
export async function changeSession<Output>(
  context: Context,
  sessionId: SessionId,
  decide: Decide,
  present: (session: Session, moment: Moment) => Output,
): Promise<Commit<Output>> {
  return changeLoaded(context, await loadSession(context, sessionId), decide, present)
}

/** Decides about a loaded session and prepares its writes, as `changeSession` does. */
export function changeLoaded<Output>(
  context: Context,
  { session, moment }: LoadedSession,
  decide: Decide,
  present: (session: Session, moment: Moment) => Output,
): Commit<Output> {
  const after = revise(session, decide(session, moment), moment.now)
  return {
    statements: updateStatements(context, session, after),
    events: sessionEvents(session, after, moment),
    output: present(after, moment),
  }
}

/** Changes a session and answers with the whole of it. */
export function changeWholeSession(
  context: Context,
  sessionId: SessionId,
  decide: Decide,
): Promise<Commit<SessionResource>> {
  return changeSession(context, sessionId, decide, presentSession)
}
