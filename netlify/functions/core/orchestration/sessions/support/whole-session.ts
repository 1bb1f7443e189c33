import type * as z from 'zod'
import type { Moment, Session } from '#domain/session/session.js'
import type { Consequences } from './change-trained-session.js'
import { CompletedSessionResource, presentCompletion } from './completion.js'
import { presentSession } from './present-session.js'

/** A whole session, with the decisions that follow from it once it is completed. */
export const WholeSessionResource = CompletedSessionResource.extend({}).meta({
  id: 'WholeSession',
  description: 'A session with the decisions that follow from it; none unless it is completed',
})
type WholeSessionResource = z.output<typeof WholeSessionResource>

/** Presents a session, and what follows from it where decisions rest on it. */
export async function presentWhole(
  session: Session,
  moment: Moment,
  consequences: () => Promise<Consequences>,
): Promise<WholeSessionResource> {
  if (session.status === 'completed') return presentCompletion(session, moment, consequences)
  return { ...presentSession(session, moment), decisions: [], unlocked: [] }
}
