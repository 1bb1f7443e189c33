import * as z from 'zod'
import { maybeOne, sql } from '../statement.js'
import { exerciseFrom, exercisesOfSession, SessionExerciseJson } from './session-exercises-json.js'
import { fromSessions, sessionColumns, sessionFrom, sessionRow } from './workout-sessions-row.js'

/**
 * Finds a session of an athlete with its exercises and their sets, and the athlete's time zone, or
 * null. The exercises come as one JSON value, so that the whole aggregate is one row.
 */
export const findSession = maybeOne({
  name: 'findSession',
  row: z.object({ ...sessionRow, exercises: z.array(SessionExerciseJson) }),
  sql: ({ userId, id }: { userId: string; id: string }) => sql`
    select
      ${sessionColumns},
      coalesce(item.list, '[]') as exercises
    ${fromSessions}
    ${exercisesOfSession}
    where session.id = ${id}::uuid and session.user_id = ${userId}::uuid`,
  map: (row) => ({ session: sessionFrom(row, row.exercises.map(exerciseFrom)), timeZone: row.time_zone }),
})
