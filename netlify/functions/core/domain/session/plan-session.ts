import { type DeloadDays, isInDeload } from '#domain/progression/deload-week.js'
import { refuseFaults } from '#domain/refusal.js'
import { type NewId, SessionExerciseId, SessionId } from '#domain/values/id.schema.js'
import { type ExercisePlanningMoment, type Plannable, planExercise, planFaults } from './plan-exercise.js'
import { createdNow, type Moment, type PlannedSession, type Session } from './session.js'
import type { PlanSession } from './session.schema.js'
import type { PlanExercise } from './session-exercise.schema.js'
import { addExercise } from './session-exercises.js'

/**
 * When a session is planned, and the athlete's deloads: on a day of a deload, exercises get half of
 * their sets.
 */
export type PlanningMoment = Pick<Moment, 'now' | 'rules'> & { readonly deloads?: readonly DeloadDays[] }

/**
 * Plans a session. Refuses with METRIC_MISMATCH or INVALID_INPUT, naming everything that is wrong
 * at once.
 */
export function planSession(
  request: PlanSession,
  library: Plannable,
  { newId, deloads = [], ...when }: PlanningMoment & { readonly newId: NewId },
): PlannedSession {
  refuseFaults(request.exercises.flatMap((item, index) => planFaults(item, library, `/exercises/${index}`)))
  const moment = { ...when, inDeload: isInDeload(request.date, deloads) }
  return {
    id: request.id ?? newId(SessionId),
    status: 'planned',
    date: request.date,
    time: request.time ?? null,
    level: request.level ?? null,
    placeId: request.placeId ?? null,
    durationMinutes: request.durationMinutes ?? null,
    notes: request.notes ?? null,
    exercises: request.exercises.map((item, index) =>
      planExercise(item, library, { id: item.id ?? newId(SessionExerciseId), order: index + 1 }, moment),
    ),
    ...createdNow(moment),
  }
}

/** When an exercise is added to a session, and the athlete's body mass as of the day of the session. */
export type AddingMoment = PlanningMoment & Required<Pick<ExercisePlanningMoment, 'bodyMassKg'>>

/**
 * Plans one more exercise at the end of a session, also of a completed one. Refuses with METRIC_MISMATCH or
 * INVALID_INPUT, and as `addExercise` does.
 */
export function planAnother(
  session: Session,
  request: PlanExercise & { readonly id: SessionExerciseId },
  library: Plannable,
  { deloads = [], ...when }: AddingMoment,
): Session {
  refuseFaults(planFaults(request, library, ''))
  const place = { id: request.id, order: session.exercises.length + 1 }
  const moment = { ...when, inDeload: isInDeload(session.date, deloads) }
  return addExercise(session, planExercise(request, library, place, moment))
}
