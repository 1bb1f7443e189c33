import { event } from '#domain/event/event.js'
import { type Effects, noEffects } from '#orchestration/commit.js'
import type { Context } from '#orchestration/context.js'
import { putBodyMass } from '#queries/body-mass-entries.js'

/**
 * Records the body mass of a day, in kilograms. Null records nothing: to take it out of a profile
 * or a check-in does not undo what was measured.
 */
export function recordBodyMass({ athleteId: userId, now }: Context, on: string, bodyMassKg: number | null): Effects {
  if (bodyMassKg === null) return noEffects
  return {
    statements: [putBodyMass({ userId, on, bodyMassKg, now })],
    events: [event('bodyMass.recorded', userId, now, { on, bodyMassKg })],
  }
}
