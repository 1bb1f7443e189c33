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

function painless(session: LoggedSession): LoggedSession {
  const exercises = session.exercises.map((exercise) => ({
    ...exercise,
    sets: exercise.sets.map((set) => ({ ...set, pain: null, painSite: null })),
  }))
  return { ...session, exercises }
}

function painlessDecision(decision: TrainingDecision): TrainingDecision {
  return { ...decision, inputs: { ...decision.inputs, pain: 0 } }
}
