import * as z from 'zod'
import type { AthleteId } from '#domain/values/id.schema.js'
import { maybeOne, sql } from '../statement.js'

/** Finds an athlete's time zone. */
export const findTimeZone = maybeOne({
  name: 'findTimeZone',
  row: z.object({ time_zone: z.string() }),
  sql: ({ userId }: { userId: AthleteId }) => sql`
    select time_zone
    from users
    where id = ${userId}::uuid`,
  map: (row) => row.time_zone,
})
