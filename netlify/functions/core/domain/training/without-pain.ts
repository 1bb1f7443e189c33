import type { WorkedSet } from '#domain/effort/set.schema.js'
import type { PerformedSession } from '#domain/load/performed-session.js'
import { mapInSteps, type Steps } from '#domain/values/steps.js'
import type { LoggedSession, TrainingLog } from './training-log.js'
import type { TrainingDecision, TrainingState } from './training-state.js'

/** What is known of training: the facts, and what followed from them. */
export type KnownTraining = { readonly trainingLog: TrainingLog; readonly state: TrainingState }

/**
 * Leaves the pain out of what is known, for judgements that may not use it. What followed from it
 * stays as it was decided: only the numbers are gone.
 */
export function* withoutPain({ trainingLog, state }: KnownTraining): Steps<KnownTraining> {
  const sessions = yield* mapInSteps(trainingLog.sessions, painless)
  const decisions = yield* mapInSteps(state.decisions, painlessDecision)
  return { trainingLog: { ...trainingLog, sessions }, state: { ...state, decisions } }
}

/** Leaves the pain out of sessions as they were performed. */
export function performedWithoutPain(sessions: readonly PerformedSession[]): Steps<PerformedSession[]> {
  return mapInSteps(sessions, (session) => ({ ...session, exercises: session.exercises.map(painlessExercise) }))
}

function painless(session: LoggedSession): LoggedSession {
  return { ...session, exercises: session.exercises.map(painlessExercise) }
}

function painlessExercise<
  Set extends Pick<WorkedSet, 'pain' | 'painSite'>,
  Exercise extends { readonly sets: readonly Set[] },
>(exercise: Exercise) {
  return { ...exercise, sets: exercise.sets.map((set) => ({ ...set, pain: null, painSite: null })) }
}

function painlessDecision(decision: TrainingDecision): TrainingDecision {
  return { ...decision, inputs: { ...decision.inputs, pain: 0 } }
}
