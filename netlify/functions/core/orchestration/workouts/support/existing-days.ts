import type * as z from 'zod'
import { differingFields } from '#domain/values/differing-fields.js'
import type { Context } from '#orchestration/context.js'
import type { Existing } from '#orchestration/contract.js'
import { momentAt } from '#orchestration/sessions/support/load-session.js'
import { presentSession } from '#orchestration/sessions/support/present-session.js'
import { findSession } from '#queries/workout-sessions.js'
import type { AcceptedPlan, AcceptPlan } from './plan.schema.js'

type Days = z.output<typeof AcceptPlan>['days']

/**
 * Finds the sessions under the ids that the days of a plan chose; null when none of them is there. A
 * day that chose no id cannot be found again, so a plan is a repeat only when every day chose one.
 */
export async function existingDays(
  context: Context,
  days: Days,
): Promise<Existing<z.output<typeof AcceptedPlan>> | null> {
  const userId = context.athleteId
  const ids = days.flatMap(({ id }) => id ?? [])
  if (ids.length === 0) return null
  const read = await context.readAll(ids.map((id) => findSession({ userId, id })))
  const found = read.filter((one) => one !== null)
  if (found.length === 0) return null
  const sessions = found.map(({ session, timeZone }) => presentSession(session, momentAt(context, timeZone)))
  const differing = days.flatMap((day, index) => {
    const session = sessions.find(({ id }) => id === day.id)
    const pointer = `/days/${index}`
    return session ? differingFields(day, session, pointer) : [{ pointer }]
  })
  return { output: { sessions }, differing }
}
