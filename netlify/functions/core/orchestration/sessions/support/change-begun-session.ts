import type { Moment, Session } from '#domain/session/session.js'
import type { SessionId } from '#domain/values/id.schema.js'
import type { Commit } from '#orchestration/commit.js'
import type { Context } from '#orchestration/context.js'
import { changeLoaded, type Decide } from './change-loaded.js'
import { changeRemembered } from './change-remembered.js'
import { changeTrainedSession } from './change-trained-session.js'
import { loadSession } from './load-session.js'

/**
 * Changes what was performed in a session. Decisions rest on completed sessions alone, so the
 * training log is read only for these, in a round trip more; during a workout a set costs the same
 * whatever the athlete did before.
 */
export async function changeBegunSession<Output>(
  context: Context,
  sessionId: SessionId,
  decide: Decide,
  present: (session: Session, moment: Moment) => Output,
): Promise<Commit<Output>> {
  const remembered = changeRemembered(context, sessionId, decide, present)
  if (remembered) return remembered
  const loaded = await loadSession(context, sessionId)
  if (loaded.session.status === 'completed') return changeTrainedSession(context, sessionId, decide, present)
  return changeLoaded(context, loaded, decide, present)
}
