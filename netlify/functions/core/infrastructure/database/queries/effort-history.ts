import * as z from 'zod'
import type { EffortHistory } from '#domain/load/effort-history.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { one, sql } from '../statement.js'

/**
 * Finds what the days between two asked of an athlete, in AU and from the summaries of days, and the
 * day of the first completed session.
 */
export const findEffortHistory = one({
  name: 'findEffortHistory',
  row: z.object({ first_day: z.string().nullable(), days: z.array(z.tuple([z.string(), z.number()])) }),
  sql: ({ userId, from, to }: { readonly userId: AthleteId; readonly from: string; readonly to: string }) => sql`
    select
      (
        select min(session_date)::text
        from workout_sessions
        where user_id = ${userId}::uuid
          and status = 'completed'
      ) as first_day,
      (
        select coalesce(json_agg(json_build_array(workout_date, effort_au) order by workout_date), '[]')
        from daily_workout_summary
        where user_id = ${userId}::uuid
          and workout_date between ${from}::date and ${to}::date
          and effort_au is not null
      ) as days`,
  map: ({ first_day, days }): EffortHistory => ({ firstDay: first_day, days: new Map(days) }),
})
