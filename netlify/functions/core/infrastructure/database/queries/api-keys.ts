import * as z from 'zod'
import { Scope } from '#domain/account/principal.js'
import { AthleteId, KeyId } from '#domain/values/id.schema.js'
import { effect, many, maybeOne, one, sql } from '../statement.js'

/** An API key as its owner sees it. The key itself is not part of it: only its hash is stored. */
export type ApiKey = {
  readonly id: KeyId
  readonly name: string
  readonly prefix: string
  readonly scopes: readonly Scope[]
  readonly expiresAt: string | null
  readonly lastUsedAt: string | null
  readonly revokedAt: string | null
  readonly version: number
  readonly createdAt: string
  readonly updatedAt: string
}

const apiKeyRow = z.object({
  id: KeyId,
  name: z.string(),
  prefix: z.string(),
  scopes: z.array(Scope),
  expires_at: z.date().nullable(),
  last_used_at: z.date().nullable(),
  revoked_at: z.date().nullable(),
  version: z.number(),
  created_at: z.date(),
  updated_at: z.date(),
})

function apiKeyOf(row: z.output<typeof apiKeyRow>): ApiKey {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes,
    expiresAt: row.expires_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

/**
 * Finds the athlete and the scopes that the API key with this hash stands for; null when no such
 * key exists, or it is revoked, or expired by the clock of the database. Notes once a minute that
 * the key was used, and in the security log its first use of each day and its refusals, counted by
 * the hour.
 */
export const resolveApiKey = maybeOne({
  name: 'resolveApiKey',
  row: z.object({ id: KeyId, user_id: AthleteId, scopes: z.array(Scope) }),
  sql: ({ hash, entryId, requestId }: { hash: string; entryId: string; requestId: string }) => sql`
    select id, user_id, scopes
    from app.identify_key(${hash}::text, ${entryId}::uuid, ${requestId}::text)`,
  map: (row) => ({ id: row.id, userId: row.user_id, scopes: row.scopes }),
})

/**
 * Lists an athlete's keys, the newest first, starting after the key that `afterCreatedAt` and
 * `afterId` name, when they are given.
 */
export const listApiKeys = many({
  name: 'listApiKeys',
  row: apiKeyRow,
  sql: (page: { userId: AthleteId; afterCreatedAt: string | null; afterId: KeyId | null; limit: number }) => sql`
    select id, name, prefix, scopes, expires_at, last_used_at, revoked_at, version, created_at, updated_at
    from api_keys
    where user_id = ${page.userId}::uuid
      and (${page.afterId}::uuid is null
        or (created_at, id) < (${page.afterCreatedAt}::timestamptz, ${page.afterId}::uuid))
    order by created_at desc, id desc
    limit ${page.limit}::integer`,
  map: apiKeyOf,
})

export const findApiKey = maybeOne({
  name: 'findApiKey',
  row: apiKeyRow,
  sql: ({ userId, id }: { userId: AthleteId; id: KeyId }) => sql`
    select id, name, prefix, scopes, expires_at, last_used_at, revoked_at, version, created_at, updated_at
    from api_keys
    where user_id = ${userId}::uuid
      and id = ${id}::uuid`,
  map: apiKeyOf,
})

const liveKeys = ({ userId, now }: { userId: AthleteId; now: Date }) => sql`
    select count(*)::integer as keys
    from api_keys
    where user_id = ${userId}::uuid
      and revoked_at is null
      and (expires_at is null or expires_at > ${now}::timestamptz)`

/** Counts an athlete's keys that are neither revoked nor expired. */
export const countLiveApiKeys = one({
  name: 'countLiveApiKeys',
  row: z.object({ keys: z.number() }),
  sql: liveKeys,
  map: ({ keys }) => keys,
})

/**
 * Raises KEY_LIMIT when an athlete has `keysMax` live keys or more. It holds for what comes after
 * it in a batch that has locked the athlete (`lockAthlete`).
 */
export const ensureRoomForApiKey = effect({
  name: 'ensureRoomForApiKey',
  sql: ({ userId, now, keysMax }: { userId: AthleteId; now: Date; keysMax: number }) => sql`
    select app.ensure((${liveKeys({ userId, now })}) < ${keysMax}::integer, 'KEY_LIMIT')`,
})

export const insertApiKey = effect({
  name: 'insertApiKey',
  sql: ({ userId, key, hash }: { userId: AthleteId; key: ApiKey; hash: string }) => sql`
    insert into api_keys (id, user_id, name, key_hash, prefix, scopes, expires_at, created_at, updated_at)
    values (
      ${key.id}::uuid,
      ${userId}::uuid,
      ${key.name}::text,
      ${hash}::text,
      ${key.prefix}::text,
      ${key.scopes}::text[],
      ${key.expiresAt}::timestamptz,
      ${key.createdAt}::timestamptz,
      ${key.updatedAt}::timestamptz)`,
})

/** Revokes a key; raises STALE_VERSION when the stored key is not at the previous version. */
export const revokeApiKey = effect({
  name: 'revokeApiKey',
  sql: ({ userId, key }: { userId: AthleteId; key: ApiKey }) => sql`
    with touched as (
      update api_keys
      set
        revoked_at = ${key.revokedAt}::timestamptz,
        version = ${key.version}::integer,
        updated_at = ${key.updatedAt}::timestamptz
      where user_id = ${userId}::uuid
        and id = ${key.id}::uuid
        and version = ${key.version}::integer - 1
      returning 1
    )
    select app.ensure(exists (select from touched), 'STALE_VERSION')`,
})
