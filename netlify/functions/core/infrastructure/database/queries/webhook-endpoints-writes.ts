import type { AthleteId, KeyId, WebhookId } from '#domain/values/id.schema.js'
import { endpointsMax, type WebhookEndpoint } from '#domain/webhook/endpoint.schema.js'
import type { Voucher } from '#domain/webhook/voucher.js'
import { effect, sql } from '../statement.js'

/** The scopes are stored of a sign-in alone: those of a key are looked up when they are needed. */
function grantedScopes({ keyId, scopes }: Pick<Voucher, 'keyId' | 'scopes'>): string[] | null {
  return keyId === null ? [...scopes] : null
}

type NewEndpoint = Pick<
  WebhookEndpoint,
  'id' | 'url' | 'eventTypes' | 'keyId' | 'version' | 'createdAt' | 'updatedAt'
> &
  Pick<Voucher, 'scopes'> & { readonly userId: AthleteId; readonly sealedSecret: string }

/**
 * Stores a new endpoint; raises WEBHOOK_LIMIT when the athlete has `endpointsMax` already, in a batch
 * that has locked the athlete (`lockAthlete`).
 */
export const insertWebhookEndpoint = effect({
  name: 'insertWebhookEndpoint',
  sql: (endpoint: NewEndpoint) => sql`
    insert into webhook_endpoints (
      id, user_id, url, event_types, key_id, granted_scopes, sealed_secret, version, created_at, updated_at
    )
    select
      ${endpoint.id}::uuid,
      ${endpoint.userId}::uuid,
      ${endpoint.url}::text,
      ${endpoint.eventTypes}::text[],
      ${endpoint.keyId}::uuid,
      ${grantedScopes(endpoint)}::text[],
      ${endpoint.sealedSecret}::text,
      ${endpoint.version}::integer,
      ${endpoint.createdAt}::timestamptz,
      ${endpoint.updatedAt}::timestamptz
    where app.ensure(
      (select count(*) from webhook_endpoints where user_id = ${endpoint.userId}::uuid) < ${endpointsMax}::integer,
      'WEBHOOK_LIMIT')`,
})

type ChangedEndpoint = Pick<
  WebhookEndpoint,
  'id' | 'url' | 'eventTypes' | 'keyId' | 'disabledAt' | 'disabledReason' | 'version' | 'updatedAt'
> &
  Pick<Voucher, 'scopes'> & { readonly userId: AthleteId }

/**
 * Updates the fields of an endpoint that an athlete may change, and who vouches for it; raises STALE_VERSION when the
 * stored endpoint is not at the previous version.
 */
export const updateWebhookEndpoint = effect({
  name: 'updateWebhookEndpoint',
  sql: (endpoint: ChangedEndpoint) => sql`
    with touched as (
      update webhook_endpoints
      set
        url = ${endpoint.url}::text,
        event_types = ${endpoint.eventTypes}::text[],
        key_id = ${endpoint.keyId}::uuid,
        granted_scopes = ${grantedScopes(endpoint)}::text[],
        disabled_at = ${endpoint.disabledAt}::timestamptz,
        disabled_reason = ${endpoint.disabledReason}::text,
        version = ${endpoint.version}::integer,
        updated_at = ${endpoint.updatedAt}::timestamptz
      where id = ${endpoint.id}::uuid
        and user_id = ${endpoint.userId}::uuid
        and version = ${endpoint.version}::integer - 1
      returning 1
    )
    select app.ensure(exists (select from touched), 'STALE_VERSION')`,
})

type RotatedEndpoint = Pick<WebhookEndpoint, 'id' | 'formerSecretUntil' | 'version' | 'updatedAt'> & {
  readonly userId: AthleteId
  readonly sealedSecret: string
}

/**
 * Stores a new secret, and keeps the current one as the former; raises STALE_VERSION when the
 * stored endpoint is not at the previous version.
 */
export const rotateWebhookSecret = effect({
  name: 'rotateWebhookSecret',
  sql: (endpoint: RotatedEndpoint) => sql`
    with touched as (
      update webhook_endpoints
      set
        sealed_secret = ${endpoint.sealedSecret}::text,
        sealed_former_secret = sealed_secret,
        former_secret_until = ${endpoint.formerSecretUntil}::timestamptz,
        version = ${endpoint.version}::integer,
        updated_at = ${endpoint.updatedAt}::timestamptz
      where id = ${endpoint.id}::uuid
        and user_id = ${endpoint.userId}::uuid
        and version = ${endpoint.version}::integer - 1
      returning 1
    )
    select app.ensure(exists (select from touched), 'STALE_VERSION')`,
})

/**
 * Deletes an endpoint with its deliveries; raises STALE_VERSION when the stored endpoint is not at
 * `version`.
 */
export const deleteWebhookEndpoint = effect({
  name: 'deleteWebhookEndpoint',
  sql: ({ userId, id, version }: { userId: AthleteId; id: WebhookId; version: number }) => sql`
    with deleted as (
      delete from webhook_endpoints
      where id = ${id}::uuid
        and user_id = ${userId}::uuid
        and version = ${version}::integer
      returning 1
    )
    select app.ensure(exists (select from deleted), 'STALE_VERSION')`,
})

/**
 * Moves the endpoints of a key to its successor, in the batch that rotates the key and after the
 * successor is there: nothing of theirs is lost on the way.
 */
export const moveWebhookEndpoints = effect({
  name: 'moveWebhookEndpoints',
  sql: ({ userId, from, to, now }: { userId: AthleteId; from: KeyId; to: KeyId; now: Date }) => sql`
    update webhook_endpoints
    set
      key_id = ${to}::uuid,
      version = version + 1,
      updated_at = greatest(updated_at, ${now}::timestamptz)
    where user_id = ${userId}::uuid
      and key_id = ${from}::uuid`,
})
