import * as z from 'zod'
import type { EventId } from '#domain/values/id.schema.js'
import { payloads } from './payloads.js'

export type EventType = keyof typeof payloads

type Versions<Type extends EventType> = (typeof payloads)[Type]

/** The newest schema of a type: every version is read as the newest. */
type Newest<Schemas> = Schemas extends { 2: infer Schema }
  ? Schema
  : Schemas extends { 1: infer Schema }
    ? Schema
    : never

type Payload<Type extends EventType> = z.output<Newest<Versions<Type>>>

/** Something that happened, before it is recorded: what, about what, when, and its facts. */
export type DomainEvent = {
  [Type in EventType]: {
    readonly type: Type
    /** Version of the payload as it was recorded. */
    readonly version: number
    /** Id of what the event is about, or the name of a category. */
    readonly subject: string
    readonly occurredAt: Date
    readonly payload: Payload<Type>
  }
}[EventType]

/**
 * An event after it was recorded: with its id, its place in the order of recording, and the request
 * that caused it.
 */
export type RecordedEvent = DomainEvent & {
  readonly id: EventId
  readonly sequence: number
  readonly recordedAt: Date
  readonly requestId: string
}

export const EventType = z
  .enum(Object.keys(payloads) as EventType[])
  .meta({ id: 'EventType', description: 'What happened', example: 'set.logged' })

/** Makes an event of the current version of its type. */
export function event<Type extends EventType>(
  type: Type,
  subject: string,
  occurredAt: Date,
  payload: Payload<Type>,
): DomainEvent {
  const version = Math.max(...Object.keys(payloads[type]).map(Number))
  return { type, version, subject, occurredAt, payload } as DomainEvent
}

/**
 * Reads an event as it was stored.
 *
 * @throws Error when its type or version is not known, or its payload does not fit its schema:
 *   facts are never read by guess.
 */
export function parseEvent<Stored extends { type: string; version: number; payload: unknown }>(
  stored: Stored,
): Stored & DomainEvent {
  const versions = (payloads as Record<string, Record<number, z.ZodType>>)[stored.type]
  const schema = versions?.[stored.version]
  if (!schema) throw new Error(`unknown event ${stored.type} version ${stored.version}`)
  return { ...stored, payload: schema.parse(stored.payload) } as Stored & DomainEvent
}
