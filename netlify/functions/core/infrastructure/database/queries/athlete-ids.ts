import * as z from 'zod'
import { many, one, sql } from '../statement.js'

/** How many athletes there are. */
export const countAthletes = one({
  name: 'countAthletes',
  row: z.object({ athletes: z.number() }),
  sql: (_: Record<never, never>) => sql`select count(*) as athletes from users`,
  map: ({ athletes }) => athletes,
})

/** Lists the ids of athletes behind `after`, or from the start. */
export const listAthleteIds = many({
  name: 'listAthleteIds',
  row: z.object({ id: z.string() }),
  sql: ({ after, limit }: { after: string | null; limit: number }) => sql`
    select id
    from users
    where ${after}::uuid is null or id > ${after}::uuid
    order by id
    limit ${limit}::integer`,
  map: ({ id }) => id,
})
