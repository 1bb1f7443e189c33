import { mapInSteps, type Steps } from '#domain/values/steps.js'
import type { LoggedExercise, LoggedSession, TrainingLog } from './training-log.js'

/** Leaves pain and body mass out of the facts, as if they had never been told. */
export function* withoutHealth({ sessions, directives }: TrainingLog): Steps<TrainingLog> {
  return { sessions: yield* mapInSteps(sessions, toldWithoutHealth), directives }
}

function toldWithoutHealth(session: LoggedSession): LoggedSession {
  return { ...session, exercises: session.exercises.map(exerciseWithoutHealth) }
}

function exerciseWithoutHealth({ standard, sets, ...exercise }: LoggedExercise): LoggedExercise {
  return {
    ...exercise,
    standard: { ...standard, bodyMassKg: null },
    sets: sets.map((set) => ({ ...set, pain: null, painSite: null })),
  }
}
