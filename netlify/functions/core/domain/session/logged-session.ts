import { loggedSetOf, PerformedSet } from '#domain/effort/set.schema.js'
import { targetsOf } from '#domain/library/sets.schema.js'
import type { LoggedExercise, LoggedSession, TrainingLog } from '#domain/training/training-log.js'
import type { SessionId } from '#domain/values/id.schema.js'
import type { Session, SessionExercise } from './session.js'

/**
 * Returns a session as the training log keeps it; null unless it is completed, because decisions
 * rest on completed sessions alone.
 */
export function loggedSessionOf(session: Session): LoggedSession | null {
  if (session.status !== 'completed' || session.rulesVersion === null) return null
  const { id, date, completedAt, rulesVersion, placeId, exercises } = session
  return { id, date, completedAt, rulesVersion, placeId, exercises: exercises.flatMap(loggedExerciseOf) }
}

/** Replaces a session of the training log with its present state, or takes it out. */
export function withLoggedSession<Kept extends TrainingLog>(
  trainingLog: Kept,
  id: SessionId,
  session: LoggedSession | null,
): Kept {
  const others = trainingLog.sessions.filter((other) => other.id !== id)
  return { ...trainingLog, sessions: session ? [...others, session] : others }
}

function loggedExerciseOf({ id, exercise, order, planned, standard, sets }: SessionExercise): LoggedExercise[] {
  if (!standard) return []
  return [
    {
      id,
      exerciseId: exercise.id,
      order,
      targets: targetsOf(planned.sets),
      modifier: planned.modifier,
      standard: {
        sets: targetsOf(standard.sets),
        difficulty: standard.difficulty,
        bodyMassFraction: standard.bodyMassFraction ?? null,
        bodyMassKg: standard.bodyMassKg ?? null,
      },
      sets: sets.map((set) => loggedSetOf(PerformedSet.parse(set))),
    },
  ]
}
