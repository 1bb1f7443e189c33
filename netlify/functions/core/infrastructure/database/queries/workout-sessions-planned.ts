import * as z from 'zod'
import type { Session } from '#domain/session/session.js'
import { many, sql } from '../statement.js'
import { exerciseFrom, exercisesOfSession, SessionExerciseJson } from './session-exercises-json.js'
import { fromSessions, sessionColumns, sessionFrom, sessionRow } from './workout-sessions-row.js'

/**
 * Lists the sessions that an athlete has planned from one day to another and not begun, with all
 * their parts, in order.
 */
export const listPlannedSessions = many({
  name: 'listPlannedSessions',
  row: z.object({ ...sessionRow, exercises: z.array(SessionExerciseJson) }),
  sql: ({ userId, from, to }: { userId: string; from: string; to: string }) => sql`
    select
      ${sessionColumns},
      coalesce(item.list, '[]') as exercises
    ${fromSessions}
    ${exercisesOfSession}
    where session.user_id = ${userId}::uuid
      and session.session_date between ${from}::date and ${to}::date
      and session.status = 'planned'
    order by session.session_date, session.id`,
  map: (row): Session => sessionFrom(row, row.exercises.map(exerciseFrom)),
})
