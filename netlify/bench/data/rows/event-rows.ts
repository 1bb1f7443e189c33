import type { DomainEvent } from '#domain/event/event.js'
import { type AthleteId, EventId } from '#domain/values/id.schema.js'
import type { TimedRandom } from '../people/timed-random.js'
import type { Rows } from './rows.js'

/**
 * Adds events in their order, each recorded when it occurred, and body masses that they tell of. What
 * occurred at one instant came in one request.
 */
export function addEvents(rows: Rows, userId: AthleteId, events: readonly DomainEvent[], random: TimedRandom): void {
  let [requestId, lastMs] = ['', Number.NaN]
  for (const { type, version, subject, occurredAt, payload } of events) {
    random.mintAt(occurredAt)
    if (occurredAt.getTime() !== lastMs) requestId = random.newId(EventId)
    lastMs = occurredAt.getTime()
    rows.add('events', {
      id: random.newId(EventId),
      user_id: userId,
      type,
      type_version: version,
      subject,
      occurred_at: occurredAt,
      recorded_at: occurredAt,
      request_id: requestId,
      payload: JSON.stringify(payload),
    })
    if (type === 'bodyMass.recorded')
      rows.add('body_mass_entries', {
        user_id: userId,
        measured_on: payload.on,
        body_mass_kg: payload.bodyMassKg,
        recorded_at: occurredAt,
      })
  }
}
