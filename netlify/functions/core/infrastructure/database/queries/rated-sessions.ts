import * as z from 'zod'
import { countedKinds } from '#domain/effort/set-counts.js'
import type { DeloadSession } from '#domain/recovery/deload-facts.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { many, sql } from '../statement.js'

/** Lists how the sets of each completed session since a day were rated; a session without a rating is left out. */
export const listRatedSessions = many({
  name: 'listRatedSessions',
  row: z.object({ date: z.string(), rpes: z.array(z.number()) }),
  sql: ({ userId, since }: { userId: AthleteId; since: string }) => sql`
    select session.session_date::text as date, rated.rpes
    from workout_sessions as session
    cross join lateral (
      select json_agg(log.perceived_effort) as rpes
      from session_exercises as performed
      join exercise_set_logs as log
        on log.session_exercise_id = performed.id
        and log.user_id = performed.user_id
      where performed.session_id = session.id
        and performed.user_id = session.user_id
        and log.kind = any (${countedKinds}::text[])
        and log.perceived_effort is not null
    ) as rated
    where session.user_id = ${userId}::uuid
      and session.status = 'completed'
      and session.session_date >= (select ${since}::date)
      and rated.rpes is not null
    order by session.session_date, session.completed_at, session.id`,
  map: (session): DeloadSession => session,
})
