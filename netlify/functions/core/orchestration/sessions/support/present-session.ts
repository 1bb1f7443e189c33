import type { Moment, Session, SessionExercise } from '#domain/session/session.js'
import type { SessionExerciseAnswer } from '#domain/session/session-exercise.schema.js'
import type { Context } from '#orchestration/context.js'
import type { ListedSession } from '#queries/workout-sessions-lists.js'
import { momentAt } from './load-session.js'
import type { SessionListItem, SessionResource } from './schemas.js'

export function presentSession(session: Session, moment: Pick<Moment, 'today'>): SessionResource {
  return { ...presentSummary(session, moment), exercises: session.exercises.map(presentExercise) }
}

/** Presents a session without its exercises. Instants that its state does not have are null. */
export function presentSummary(session: Session, { today }: Pick<Moment, 'today'>) {
  const { id, date, time, status, level, placeId, durationMinutes, notes, version, createdAt, updatedAt } = session
  const startedAt = 'startedAt' in session ? session.startedAt : null
  const completedAt = 'completedAt' in session ? session.completedAt : null
  const said = { id, date, isToday: date === today, time, status, level, placeId, durationMinutes, notes }
  return { ...said, startedAt, completedAt, version, createdAt, updatedAt }
}

/** Presents an exercise of a session, without the standard that only decisions use. */
export function presentExercise(item: SessionExercise): SessionExerciseAnswer {
  const { id, order, exercise, planned, actual, completed, version, createdAt, updatedAt, sets } = item
  return { id, order, exercise, planned, actual, completed, version, createdAt, updatedAt, sets: [...sets] }
}

/** Presents a session as it stands in a list. */
export function presentListed(context: Context, { session, timeZone, ...counts }: ListedSession): SessionListItem {
  return { ...presentSummary(session, momentAt(context, timeZone)), ...counts }
}
