import * as z from 'zod'
import type { AthleteId } from '#domain/values/id.schema.js'
import { many, sql } from '../statement.js'

type Days = { readonly userId: AthleteId; readonly from: string; readonly to: string }

/** Lists how many sessions were skipped, by day. */
export const listSkippedSessions = many({
  name: 'listSkippedSessions',
  row: z.object({ date: z.string(), sessions: z.number() }),
  sql: ({ userId, from, to }: Days) => sql`
    select session_date::text as date, count(*)::integer as sessions
    from workout_sessions
    where user_id = ${userId}::uuid
      and session_date between ${from}::date and ${to}::date
      and status = 'skipped'
    group by session_date
    order by session_date`,
  map: (row) => row,
})
