import * as z from 'zod'
import { levels } from '#domain/library/vocabulary.js'
import type { Session } from '#domain/session/session.js'
import { SessionStatus } from '#domain/session/session.schema.js'
import type { SessionExercise } from '#domain/session/session-exercise.js'
import { sql } from '../statement.js'

/**
 * The columns of a session itself; dates and times as text, because they belong to no zone that a
 * driver could know.
 */
export const sessionColumns = sql`
      session.id,
      session.session_date::text as session_date,
      to_char(session.scheduled_time, 'HH24:MI') as scheduled_time,
      session.status,
      level.level_order as level,
      session.duration_minutes,
      session.notes,
      session.started_at,
      session.completed_at,
      session.rules_version,
      session.version,
      session.created_at,
      session.updated_at,
      athlete.time_zone`

/** Where these columns come from. */
export const fromSessions = sql`
    from workout_sessions as session
    join users as athlete on athlete.id = session.user_id
    left join workout_levels as level on level.id = session.level_id`

/** The row of `sessionColumns`. */
export const sessionRow = {
  id: z.string(),
  session_date: z.string(),
  scheduled_time: z.string().nullable(),
  status: SessionStatus,
  level: z.literal(levels).nullable(),
  duration_minutes: z.number().nullable(),
  notes: z.string().nullable(),
  started_at: z.date().nullable(),
  completed_at: z.date().nullable(),
  rules_version: z.string().nullable(),
  version: z.number(),
  created_at: z.date(),
  updated_at: z.date(),
  time_zone: z.string(),
}

type Row = z.output<z.ZodObject<typeof sessionRow>>

/**
 * The session that a row and its exercises stand for.
 *
 * @throws Error when an instant is missing that the status promises, which the table's checks
 *   exclude.
 */
export function sessionFrom(row: Row, exercises: readonly SessionExercise[]): Session {
  const common = {
    id: row.id,
    date: row.session_date,
    time: row.scheduled_time,
    level: row.level,
    durationMinutes: row.duration_minutes,
    notes: row.notes,
    exercises,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
  const { status } = row
  switch (status) {
    case 'planned':
    case 'skipped':
      return { ...common, status }
    case 'in_progress':
      return { ...common, status, startedAt: instant(row.started_at) }
    case 'completed': {
      const startedAt = row.started_at && instant(row.started_at)
      return { ...common, status, startedAt, completedAt: instant(row.completed_at), rulesVersion: row.rules_version }
    }
  }
}

function instant(value: Date | null): string {
  if (value === null) throw new Error('a session that has begun has the instants of its status')
  return value.toISOString()
}
