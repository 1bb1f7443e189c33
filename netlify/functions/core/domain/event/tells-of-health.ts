import * as z from 'zod'
import type { DecisionReason } from '#domain/progression/decision.schema.js'
import type { EventType } from './event.js'
import type { DeloadReason } from './vocabulary.js'

/** The types that are about nothing else. */
export const typesAboutHealth: readonly EventType[] = ['checkIn.recorded', 'checkIn.deleted', 'bodyMass.recorded']

/** The reasons of decisions and easier weeks that tell of pain or low readiness. */
export const reasonsOfHealth: readonly (DecisionReason | DeloadReason)[] = [
  'pain_caution',
  'pain_stop',
  'category_pain',
  'low_readiness',
]

/** Where events say why something was decided. */
const Said = z.object({ reason: z.string().optional(), triggers: z.array(z.string()).default([]) })

/**
 * Tells whether an event tells of the athlete's health by what it is: it is about nothing else, or
 * says that something was decided for pain or low readiness.
 */
export function tellsOfHealth(type: EventType, payload: unknown): boolean {
  if (typesAboutHealth.includes(type)) return true
  const said = Said.safeParse(payload)
  const reasons: readonly string[] = said.success ? [said.data.reason ?? '', ...said.data.triggers] : []
  return reasonsOfHealth.some((reason) => reasons.includes(reason))
}
