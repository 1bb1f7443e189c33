import { differingPlan, type GivenPlan } from '#domain/session/differing-plan.js'
import { plannableByKey } from '#domain/session/plan-exercise.js'
import type { Context } from '#orchestration/context.js'
import type { Existing } from '#orchestration/contract.js'
import { findSession } from '#queries/workout-sessions.js'
import { findRequested } from './find-requested.js'
import { momentAt } from './load-session.js'
import { presentSession } from './present-session.js'
import type { SessionResource } from './schemas.js'

/** Finds what the athlete has under the id that a plan chose; null when it chose none. */
export async function existingSession(context: Context, given: GivenPlan): Promise<Existing<SessionResource> | null> {
  const { id, exercises = [] } = given
  if (id === undefined) return null
  const userId = context.athleteId
  const [found, requested] = await context.readAll([findSession({ userId, id }), findRequested(userId, exercises)])
  if (found === null) return null
  const { session, timeZone } = found
  return {
    output: presentSession(session, momentAt(context, timeZone)),
    differing: differingPlan(given, session, plannableByKey(requested?.exercises ?? [])),
  }
}
