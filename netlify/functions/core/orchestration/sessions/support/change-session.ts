import type { Moment, Session } from '#domain/session/session.js'
import type { SessionId } from '#domain/values/id.schema.js'
import type { Commit } from '#orchestration/commit.js'
import type { Context } from '#orchestration/context.js'
import { changeLoaded, type Decide } from './change-loaded.js'
import { changeRemembered } from './change-remembered.js'
import { loadSession } from './load-session.js'
import { presentSession } from './present-session.js'
import type { SessionResource } from './schemas.js'

/**
 * Loads a session, decides, and prepares its writes; nothing is loaded where the session is
 * remembered.
 */
export async function changeSession<Output>(
  context: Context,
  sessionId: SessionId,
  decide: Decide,
  present: (session: Session, moment: Moment) => Output,
): Promise<Commit<Output>> {
  const remembered = changeRemembered(context, sessionId, decide, present)
  return remembered ?? changeLoaded(context, await loadSession(context, sessionId), decide, present)
}

/** Changes a session and answers with the whole of it. */
export function changeWholeSession(
  context: Context,
  sessionId: SessionId,
  decide: Decide,
): Promise<Commit<SessionResource>> {
  return changeSession(context, sessionId, decide, presentSession)
}
