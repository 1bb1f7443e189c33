import * as z from 'zod'

const Name = z.string().max(60)

const Scalar = z
  .union([z.string().max(2_000), z.number().min(-1e12).max(1e12), z.boolean(), z.null()])
  .meta({ id: 'EventScalar', description: 'A value in an event', example: 8 })

/** A thing inside a payload: an exercise with its targets, a set, a standard. */
const Thing = z
  .record(Name, z.union([Scalar, z.array(Scalar).max(1_000)]))
  .meta({ id: 'EventThing', description: 'A thing that the event speaks of' })

const Fact = z
  .union([Scalar, Thing, z.array(z.union([Scalar, Thing])).max(1_000)])
  .meta({ id: 'EventFact', description: 'A fact of an event', example: 8 })

/**
 * The payload of any event as it is answered: JSON of at most two levels of things below it. What
 * an event of each type holds is said by `payloads` (domain/event), whose schemas read what is
 * stored.
 */
export const EventPayload = z.record(Name, Fact).meta({
  id: 'EventPayload',
  description: 'The facts of it, by name',
  example: { sessionId: '0198c0de-7a11-7000-8000-000000000001' },
})
export type EventPayload = z.output<typeof EventPayload>
