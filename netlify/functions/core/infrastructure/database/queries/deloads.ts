import * as z from 'zod'
import { DeloadReason } from '#domain/event/vocabulary.js'
import type { Deload } from '#domain/recovery/begin-deload.js'
import { type AthleteId, DeloadId } from '#domain/values/id.schema.js'
import { effect, many, maybeOne, sql } from '../statement.js'

const deloadRow = z.object({
  id: DeloadId,
  starts_on: z.string(),
  ends_on: z.string(),
  triggers: z.array(DeloadReason),
  rules_version: z.string(),
  created_at: z.date(),
})

function deloadOf(row: z.output<typeof deloadRow>): Deload {
  return {
    id: row.id,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    triggers: row.triggers,
    rulesVersion: row.rules_version,
    createdAt: row.created_at,
  }
}

const deloadsOf = ({ userId }: { userId: AthleteId }) => sql`
    select
      id,
      starts_on::text as starts_on,
      ends_on::text as ends_on,
      triggers,
      rules_version,
      created_at
    from deloads
    where user_id = ${userId}::uuid`

/** Lists an athlete's deloads that end on `endingFrom` or later, the earliest first. */
export const listDeloads = many({
  name: 'listDeloads',
  row: deloadRow,
  sql: ({ userId, endingFrom }: { userId: AthleteId; endingFrom: string }) => sql`
    ${deloadsOf({ userId })}
      and ends_on >= ${endingFrom}::date
    order by starts_on`,
  map: deloadOf,
})

export const findDeload = maybeOne({
  name: 'findDeload',
  row: deloadRow,
  sql: ({ userId, id }: { userId: AthleteId; id: DeloadId }) => sql`
    ${deloadsOf({ userId })}
      and id = ${id}::uuid`,
  map: deloadOf,
})

/** Stores the last day up to which an easier week that is due does not apply. */
export const putDeloadDeclined = effect({
  name: 'putDeloadDeclined',
  sql: ({ userId, until }: { userId: AthleteId; until: string }) => sql`
    update users
    set deload_declined_until = ${until}::date
    where id = ${userId}::uuid`,
})

export const insertDeload = effect({
  name: 'insertDeload',
  sql: ({ userId, deload }: { userId: AthleteId; deload: Deload }) => sql`
    insert into deloads (id, user_id, starts_on, ends_on, triggers, rules_version, created_at)
    values (
      ${deload.id}::uuid,
      ${userId}::uuid,
      ${deload.startsOn}::date,
      ${deload.endsOn}::date,
      ${deload.triggers}::text[],
      ${deload.rulesVersion}::text,
      ${deload.createdAt}::timestamptz
    )`,
})
