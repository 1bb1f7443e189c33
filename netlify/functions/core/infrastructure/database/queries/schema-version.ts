import * as z from 'zod'
import { maybeOne, sql } from '../statement.js'

/**
 * Finds the last applied migration, how many exercises the library has, and the mark of the secret
 * that opened the key which signs access tokens: null when there is no key, or nobody opened it yet.
 */
export const findSchemaVersion = maybeOne({
  name: 'findSchemaVersion',
  row: z.object({ name: z.string(), exercises: z.number(), secret_mark: z.string().nullable() }),
  sql: (_: Record<never, never>) => sql`
    select
      name,
      (select count(*) from exercises where retired_at is null) as exercises,
      (
        select secret_mark
        from auth_public_keys
        where expires_at is null or expires_at > now()
        order by created_at desc, id
        limit 1
      ) as secret_mark
    from migrations.applied
    where finished_at is not null
    order by number desc
    limit 1`,
  map: ({ name, exercises, secret_mark }) => ({ schemaVersion: name, exercises, secretMark: secret_mark }),
})
