import type { Session } from '#domain/session/session.js'
import { type AcceptedDay, takeEasierWeeks } from '#domain/workout/take-easier-weeks.js'
import type { Effects } from '#orchestration/commit.js'
import type { Context } from '#orchestration/context.js'
import { saveDeloads } from '#orchestration/deload/support/save-deloads.js'
import type { Coached } from './read-coached.js'

/** Prepares the writes for the easier weeks that begin with accepted days; none where there are none. */
export function saveEasierWeeks(
  context: Context,
  accepted: readonly AcceptedDay[],
  { training, inputs: { easierWeek } }: Pick<Coached<[]>, 'training' | 'inputs'>,
  planned: readonly Session[],
): Promise<Effects> {
  const situation = { ...training, easierWeek, planned, today: training.athlete.today }
  return saveDeloads(context, takeEasierWeeks(accepted, situation, context), training)
}
