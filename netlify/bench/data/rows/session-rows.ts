import type { SetPrescription } from '#domain/library/sets.schema.js'
import type { Session, SessionExercise } from '#domain/session/session.js'
import type { SetLog } from '#domain/session/set-log.schema.js'
import type { AthleteId, SessionId } from '#domain/values/id.schema.js'
import type { Rows } from './rows.js'

/** Adds a session with its exercises and their sets. */
export function addSession(rows: Rows, userId: AthleteId, session: Session): void {
  rows.add('workout_sessions', {
    id: session.id,
    user_id: userId,
    session_date: session.date,
    scheduled_time: session.time,
    duration_minutes: session.durationMinutes,
    status: session.status,
    started_at: 'startedAt' in session ? session.startedAt : null,
    completed_at: 'completedAt' in session ? session.completedAt : null,
    rules_version: 'rulesVersion' in session ? session.rulesVersion : null,
    notes: session.notes,
    version: session.version,
    created_at: session.createdAt,
    updated_at: session.updatedAt,
  })
  for (const exercise of session.exercises) addExercise(rows, userId, session.id, exercise)
}

function addExercise(rows: Rows, userId: AthleteId, sessionId: SessionId, item: SessionExercise): void {
  const { planned, actual, standard } = item
  rows.add('session_exercises', {
    id: item.id,
    session_id: sessionId,
    user_id: userId,
    exercise_id: item.exercise.id,
    exercise_order: item.order,
    planned_sets: JSON.stringify(planned.sets),
    modifier: planned.modifier,
    planned_tempo: planned.tempo,
    planned_rest_seconds: planned.restSeconds,
    actual_sets: actual.sets && JSON.stringify(actual.sets),
    completed: item.completed,
    planned_from: item.plannedFrom,
    standard_sets: standard && JSON.stringify(standard.sets),
    standard_difficulty: standard?.difficulty ?? null,
    standard_body_mass_fraction: standard?.bodyMassFraction ?? null,
    standard_body_mass_kg: standard?.bodyMassKg ?? null,
    version: item.version,
    created_at: item.createdAt,
    updated_at: item.updatedAt,
  })
  for (const set of item.sets) addSet(rows, userId, item, set)
}

function addSet(rows: Rows, userId: AthleteId, { id }: SessionExercise, set: SetLog): void {
  rows.add('exercise_set_logs', {
    id: set.id,
    session_exercise_id: id,
    user_id: userId,
    set_number: set.setNumber,
    side: set.side,
    kind: set.kind,
    planned_reps: amountIn(set.planned, 'reps'),
    actual_reps: set.reps,
    planned_duration_seconds: amountIn(set.planned, 'duration'),
    actual_duration_seconds: set.duration,
    rest_seconds: set.restSeconds,
    perceived_effort: set.rpe,
    pain: set.pain,
    pain_site: set.painSite,
    notes: set.notes,
    completed_at: set.completedAt,
    version: set.version,
    created_at: set.createdAt,
    updated_at: set.updatedAt,
  })
}

function amountIn(planned: SetPrescription | null, metric: 'reps' | 'duration'): number | null {
  return (planned as Readonly<Record<string, number>> | null)?.[metric] ?? null
}
