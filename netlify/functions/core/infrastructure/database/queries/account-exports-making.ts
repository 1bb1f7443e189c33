import * as z from 'zod'
import type { ExportFailure } from '#domain/account/account-export.schema.js'
import { Scope } from '#domain/account/principal.js'
import { AthleteId, ExportId } from '#domain/values/id.schema.js'
import { effect, maybeOne, one, sql } from '../statement.js'
import { Entity } from './owned-entities.js'

/** Where the reading of an export goes on: after this place among things of this kind. */
export type ReadingPlace = { readonly entity: Entity; readonly after: readonly string[] | null }

/** An export whose next part is to be made, by whoever claimed it. */
export type ClaimedExport = {
  readonly id: ExportId
  readonly athleteId: AthleteId
  readonly scopes: readonly Scope[]
  readonly keyEnded: boolean
  readonly createdAt: Date
  readonly readsUntil: Date
  /** Parts that are there. */
  readonly parts: number
  /** Null at the beginning. */
  readonly at: ReadingPlace | null
  /** Attempts at the next part, with this one. */
  readonly attempts: number
  readonly claimedUntil: Date
}

/**
 * Claims the export that has waited longest for its next part, in one statement: it belongs to
 * whoever claimed it for the lease, and counts as attempted even if they die. None is claimed before
 * the requests that were under way when it began have ended: pages do not come back for what they
 * wrote. All instants come from the database's clock.
 */
export const claimExport = maybeOne({
  name: 'claimExport',
  row: z.object({
    id: ExportId,
    user_id: AthleteId,
    scopes: z.array(Scope),
    key_ended: z.boolean(),
    created_at: z.date(),
    reads_until: z.date(),
    parts: z.number(),
    entity: Entity.nullable(),
    place: z.array(z.string()).nullable(),
    attempts: z.number(),
    claimed_until: z.date(),
  }),
  sql: ({ leaseSeconds, settleSeconds }: { leaseSeconds: number; settleSeconds: number }) => sql`
    with due as (
      select id
      from account_exports
      where ready_at is null
        and failed_at is null
        and expires_at > now()
        and reads_until <= now() - make_interval(secs => ${settleSeconds}::double precision)
        and (claimed_until is null or claimed_until <= now())
      order by coalesce(served_at, created_at), id
      limit 1
      for update skip locked
    ),
    claimed as (
      update account_exports as export
      set
        attempts = export.attempts + 1,
        served_at = now(),
        -- in whole milliseconds, so that it survives the way here and back
        claimed_until = date_trunc('milliseconds', now()) + make_interval(secs => ${leaseSeconds}::integer)
      from due
      where export.id = due.id
      returning
        export.id, export.user_id, export.key_id, export.scopes, export.created_at, export.reads_until, export.parts,
        export.entity, export.place, export.attempts, export.claimed_until
    )
    select
      claimed.id,
      claimed.user_id,
      claimed.scopes,
      claimed.key_id is not null
        and not exists (
          select
          from api_keys as key
          where key.id = claimed.key_id
            and key.revoked_at is null
            and (key.expires_at is null or key.expires_at > now())
        ) as key_ended,
      claimed.created_at,
      claimed.reads_until,
      claimed.parts,
      claimed.entity,
      claimed.place,
      claimed.attempts,
      claimed.claimed_until
    from claimed`,
  map: (row): ClaimedExport => ({
    id: row.id,
    athleteId: row.user_id,
    scopes: row.scopes,
    keyEnded: row.key_ended,
    createdAt: row.created_at,
    readsUntil: row.reads_until,
    parts: row.parts,
    at: row.entity === null ? null : { entity: row.entity, after: row.place },
    attempts: row.attempts,
    claimedUntil: row.claimed_until,
  }),
})

type Made = Pick<ClaimedExport, 'id' | 'claimedUntil'> & {
  /** The ZIP; null when nothing was left to be read. */
  readonly content: Uint8Array | null
  readonly rows: number
  /** Where the next part goes on; null when this is the last. */
  readonly next: ReadingPlace | null
}

/**
 * Stores a part and where the next one goes on, both or neither, and tells whether it did: not when
 * somebody else has claimed the export since, or it was deleted.
 */
export const storeExportPart = one({
  name: 'storeExportPart',
  row: z.object({ stored: z.boolean() }),
  sql: ({ id, claimedUntil, content, rows, next }: Made) => sql`
    with made as (
      select decode(${content === null ? null : Buffer.from(content).toString('base64')}::text, 'base64') as content
    ),
    gone_on as (
      update account_exports as export
      set
        parts = export.parts + case when made.content is null then 0 else 1 end,
        rows = export.rows + ${rows}::integer,
        entity = ${next?.entity ?? null}::text,
        place = ${next?.after ?? null}::text[],
        attempts = 0,
        claimed_until = null,
        ready_at = case when ${next === null}::boolean then now() end,
        version = export.version + 1,
        updated_at = now()
      from made
      where export.id = ${id}::uuid
        and export.claimed_until = ${claimedUntil}::timestamptz
      returning export.id, export.user_id, export.parts
    ),
    stored as (
      insert into account_export_parts (export_id, number, user_id, rows, content)
      select gone_on.id, gone_on.parts, gone_on.user_id, ${rows}::integer, made.content
      from gone_on
      cross join made
      where made.content is not null
    )
    select exists (select from gone_on) as stored`,
  map: ({ stored }) => stored,
})

type Failed = Pick<ClaimedExport, 'id' | 'claimedUntil'> & { readonly failure: ExportFailure }

/** Ends a claimed export that cannot be made, and deletes its parts. */
export const failExport = effect({
  name: 'failExport',
  sql: ({ id, claimedUntil, failure }: Failed) => sql`
    with failed as (
      update account_exports
      set
        failed_at = now(),
        failure = ${failure}::text,
        claimed_until = null,
        version = version + 1,
        updated_at = now()
      where id = ${id}::uuid
        and claimed_until = ${claimedUntil}::timestamptz
      returning id
    )
    delete from account_export_parts as part
    using failed
    where part.export_id = failed.id`,
})
