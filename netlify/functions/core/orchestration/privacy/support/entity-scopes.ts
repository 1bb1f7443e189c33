import type { Scope } from '#domain/account/principal.js'
import { EventType } from '#domain/event/event.js'
import { readableTypes } from '#domain/event/reading-scope.js'
import { Entity } from '#queries/owned-entities.js'

/** The scope that reads each part of an export: that of the operations which answer the same data. */
export const entityScope: Readonly<Record<Entity, Scope>> = {
  profile: 'profile:read',
  levels: 'levels:read',
  abilities: 'levels:read',
  'level-tests': 'levels:read',
  'exercise-configurations': 'exercises:read',
  sessions: 'sessions:read',
  'session-exercises': 'sessions:read',
  sets: 'sessions:read',
  decisions: 'sessions:read',
  routines: 'sessions:read',
  'daily-summaries': 'progress:read',
  records: 'progress:read',
  goals: 'progress:read',
  recommendations: 'progress:read',
  'check-ins': 'progress:read',
  'body-mass': 'progress:read',
  deloads: 'progress:read',
  // of both, only events of types that the caller may read
  events: 'privacy:read',
  'webhook-deliveries': 'webhooks:read',
  consents: 'privacy:read',
  'security-log': 'privacy:read',
  'sign-ins': 'privacy:read',
  credentials: 'privacy:read',
  'second-factors': 'privacy:read',
  passkeys: 'privacy:read',
  'kept-answers': 'privacy:read',
  'request-counts': 'privacy:read',
  'api-keys': 'keys:read',
  webhooks: 'webhooks:read',
}

/** What a caller may export, and what is left out. */
export type Readable = {
  readonly entities: readonly Entity[]
  /** The types of events; null where the caller may read all of them. */
  readonly types: readonly EventType[] | null
  readonly leftOut: readonly { readonly entity: Entity; readonly scope: Scope }[]
}

/** Tells what a caller with these scopes may export. */
export function readableBy(scopes: ReadonlySet<Scope>): Readable {
  const types = readableTypes(scopes)
  return {
    entities: Entity.options.filter((entity) => scopes.has(entityScope[entity])),
    types: types.length < EventType.options.length ? types : null,
    leftOut: Entity.options.flatMap((entity) => {
      const scope = entityScope[entity]
      return scopes.has(scope) ? [] : [{ entity, scope }]
    }),
  }
}
