import { countSets, setsAgainstPlan } from '#domain/effort/set-counts.js'
import type { Session, SessionExercise } from '#domain/session/session.js'
import { presentExercise, presentSummary } from '#orchestration/sessions/support/present-session.js'
import type { TodayExercise, TodaySession } from './today-session.schema.js'

/** A session as a home screen shows it: what `GET /sessions/{sessionId}` answers, with its sets counted. */
export function presentTodaySession(session: Session, today: string): TodaySession {
  return { ...presentSummary(session, { today }), exercises: session.exercises.map(countedExercise) }
}

function countedExercise(item: SessionExercise): TodayExercise {
  const { sets, actual: _, createdAt: __, updatedAt: ___, ...planned } = presentExercise(item)
  return { ...planned, ...setsAgainstPlan(planned.planned.sets.length, countSets(sets)) }
}
