import { event } from '#domain/event/event.js'
import type { DailyCheckIn } from '#domain/recovery/check-in.schema.js'
import type { Commit } from '#orchestration/commit.js'
import type { Context } from '#orchestration/context.js'
import { putBodyMass } from '#queries/body-mass-entries.js'

/**
 * Body mass is a fact of a day: what a check-in says of it is kept with those of all other days.
 */
export function recordBodyMass(
  { athleteId: userId, now }: Context,
  { date: on, bodyMassKg }: DailyCheckIn,
): Pick<Commit<never>, 'statements' | 'events'> {
  if (bodyMassKg === null) return { statements: [], events: [] }
  return {
    statements: [putBodyMass({ userId, on, bodyMassKg, now })],
    events: [event('bodyMass.recorded', userId, now, { on, bodyMassKg })],
  }
}
