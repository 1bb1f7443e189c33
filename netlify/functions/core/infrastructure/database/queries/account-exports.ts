import * as z from 'zod'
import { type AccountExport, ExportFailure, ExportPart, ExportStatus } from '#domain/account/account-export.schema.js'
import { Scope } from '#domain/account/principal.js'
import { type AthleteId, ExportId, type KeyId } from '#domain/values/id.schema.js'
import { effect, many, maybeOne, sql } from '../statement.js'

type Mine = { readonly userId: AthleteId; readonly now: Date }

const exportRow = z.object({
  id: ExportId,
  status: ExportStatus,
  scopes: z.array(Scope),
  rows: z.number(),
  parts: z.array(ExportPart),
  failure: ExportFailure.nullable(),
  version: z.number(),
  created_at: z.date(),
  updated_at: z.date(),
  ended_at: z.date().nullable(),
  expires_at: z.date(),
})

function exportOf(row: z.output<typeof exportRow>): AccountExport {
  return {
    id: row.id,
    status: row.status,
    scopes: row.scopes,
    rows: row.rows,
    parts: row.parts,
    failure: row.failure,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    expiresAt: row.expires_at.toISOString(),
  }
}

/** The exports of an athlete whose time is not over. */
const exportsOf = ({ userId, now }: Mine) => sql`
    select
      id,
      case
        when failed_at is not null then 'failed'
        when ready_at is not null then 'ready'
        when served_at is not null then 'running'
        else 'waiting'
      end as status,
      scopes,
      rows,
      (
        select coalesce(json_agg(json_build_object(
          'number', part.number, 'rows', part.rows, 'bytes', part.bytes, 'sha256', part.sha256) order by part.number), '[]')
        from account_export_parts as part
        where part.export_id = account_exports.id
      ) as parts,
      failure,
      version,
      created_at,
      updated_at,
      coalesce(ready_at, failed_at) as ended_at,
      expires_at
    from account_exports
    where user_id = ${userId}::uuid
      and expires_at > ${now}::timestamptz`

/** Lists an athlete's exports, the newest first. There are never more than a few. */
export const listExports = many({
  name: 'listExports',
  row: exportRow,
  sql: (mine: Mine) => sql`${exportsOf(mine)}
    order by created_at desc, id desc`,
  map: exportOf,
})

export const findExport = maybeOne({
  name: 'findExport',
  row: exportRow,
  sql: ({ id, ...mine }: Mine & { id: ExportId }) => sql`${exportsOf(mine)}
      and id = ${id}::uuid`,
  map: exportOf,
})

/** Finds an export with the file of one part; the file is null where there is no such part. */
export const findExportPart = maybeOne({
  name: 'findExportPart',
  row: z.object({ scopes: z.array(Scope), created_at: z.date(), content: z.string().nullable() }),
  sql: ({ userId, now, id, number }: Mine & { id: ExportId; number: number }) => sql`
    select mine.scopes, mine.created_at, encode(part.content, 'base64') as content
    from account_exports as mine
    left join account_export_parts as part
      on part.export_id = mine.id
      and part.number = ${number}::integer
    where mine.id = ${id}::uuid
      and mine.user_id = ${userId}::uuid
      and mine.expires_at > ${now}::timestamptz`,
  map: ({ scopes, created_at, content }) => ({
    scopes,
    createdAt: created_at,
    content: content === null ? null : Buffer.from(content, 'base64'),
  }),
})

/**
 * Raises EXPORT_LIMIT when an athlete has `exportsMax` exports, or one that is being made. It holds
 * for what comes after it in a batch that has locked the athlete (`lockAthlete`).
 */
export const ensureRoomForExport = effect({
  name: 'ensureRoomForExport',
  sql: ({ userId, now, exportsMax }: Mine & { exportsMax: number }) => sql`
    select app.ensure(
      count(*) < ${exportsMax}::integer
        and count(*) filter (where ready_at is null and failed_at is null) = 0,
      'EXPORT_LIMIT')
    from account_exports
    where user_id = ${userId}::uuid
      and expires_at > ${now}::timestamptz`,
})

type Begun = { readonly userId: AthleteId; readonly keyId: KeyId | null; readonly begun: AccountExport }

/** Inserts an export. What is there by either clock, the API's or the database's, is part of it. */
export const insertExport = effect({
  name: 'insertExport',
  sql: ({ userId, keyId, begun }: Begun) => sql`
    insert into account_exports (
      id, user_id, key_id, scopes, reads_until, version, created_at, updated_at, expires_at
    )
    values (
      ${begun.id}::uuid,
      ${userId}::uuid,
      ${keyId}::uuid,
      ${begun.scopes}::text[],
      greatest(${begun.createdAt}::timestamptz, now()),
      ${begun.version}::integer,
      ${begun.createdAt}::timestamptz,
      ${begun.updatedAt}::timestamptz,
      ${begun.expiresAt}::timestamptz)`,
})

/**
 * Deletes an export with its parts; raises STALE_VERSION when the stored export is not at this
 * version.
 */
export const deleteExport = effect({
  name: 'deleteExport',
  sql: ({ userId, id, version }: { userId: AthleteId; id: ExportId; version: number }) => sql`
    with deleted as (
      delete from account_exports
      where id = ${id}::uuid
        and user_id = ${userId}::uuid
        and version = ${version}::integer
      returning 1
    )
    select app.ensure(exists (select from deleted), 'STALE_VERSION')`,
})
