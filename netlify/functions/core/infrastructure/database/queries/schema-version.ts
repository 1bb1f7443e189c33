import * as z from 'zod'
import { maybeOne, sql } from '../statement.js'

/** Finds the last applied migration, and how many exercises the library has. */
export const findSchemaVersion = maybeOne({
  name: 'findSchemaVersion',
  row: z.object({ name: z.string(), exercises: z.number() }),
  sql: (_: Record<never, never>) => sql`
    select name, (select count(*) from exercises) as exercises
    from migrations.applied
    where finished_at is not null
    order by number desc
    limit 1`,
  map: ({ name, exercises }) => ({ schemaVersion: name, exercises }),
})
