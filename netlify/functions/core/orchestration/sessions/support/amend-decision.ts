import type * as z from 'zod'
import { type DomainEvent, event } from '#domain/event/event.js'
import { refuse } from '#domain/refusal.js'
import type { SessionExercise } from '#domain/session/session.js'
import { exerciseOf } from '#domain/session/session-exercises.js'
import { deriveTraining } from '#domain/training/derive.js'
import { isLastWord } from '#domain/training/directives.js'
import { storedDecisions } from '#domain/training/stored-training.js'
import type { Commit } from '#orchestration/commit.js'
import type { Context } from '#orchestration/context.js'
import { expectVersion } from '#orchestration/refusals.js'
import { applyDirectives } from '#orchestration/training/apply-directives.js'
import { TrainingDecisionResource, TrainingVersion } from '#orchestration/training/decision.schema.js'
import { presentDecision } from '#orchestration/training/present-decision.js'
import { loadTrainedSession, type TrainedSession } from './change-trained-session.js'

/** A decision with the version of the training that it follows from. */
export const VersionedDecision = TrainingDecisionResource.extend({ version: TrainingVersion }).meta({
  id: 'VersionedDecision',
  description: 'A decision after a session, with its reasons, as it stands now',
})
type VersionedDecision = z.output<typeof VersionedDecision>

type Place = { readonly sessionId: string; readonly sessionExerciseId: string }

/** Makes the event of what the athlete says about a decision. */
type Say = (exercise: SessionExercise, trained: TrainedSession) => DomainEvent

/**
 * Adds what the athlete says about a decision to the training log, and answers with the decision as
 * it is then. Repeating the last word changes nothing. Refuses with SESSION_NOT_FOUND,
 * SESSION_EXERCISE_NOT_FOUND, VERSION_MISMATCH, and with SESSION_STATE when no decision was made.
 */
export async function amendDecision(
  context: Context,
  { sessionId, sessionExerciseId }: Place,
  say: Say,
): Promise<Commit<VersionedDecision>> {
  const trained = await loadTrainedSession(context, sessionId)
  const { session, trainingLog, library } = trained
  const said = say(exerciseOf(session, sessionExerciseId), trained)
  expectVersion(context, trainingLog.version)
  const change = isLastWord(trainingLog, said) ? null : applyDirectives(context, [said], trained)
  const state = change?.after ?? deriveTraining(trainingLog, library, context.ruleBook)
  const decision = storedDecisions(state).get(sessionExerciseId)
  if (!decision) {
    return refuse('SESSION_STATE', 'Nothing was decided: the session is not completed, or no set was logged.')
  }
  return {
    statements: change?.statements ?? [],
    events: change?.events ?? [],
    output: {
      ...presentDecision(decision, library, context.ruleBook),
      version: trainingLog.version + (change ? 1 : 0),
    },
  }
}

/** Replaces the decided working sets with the athlete's own, in reps or seconds, set by set. */
export function overriding(
  { now, rules }: Pick<Context, 'now' | 'rules'>,
  trained: TrainedSession,
  exercise: SessionExercise,
  sets: number[],
): DomainEvent {
  return event('decision.overridden', exercise.id, now, {
    ...placeOf(trained, exercise),
    sets,
    rulesVersion: rules.version,
  })
}

/** Confirms a performance that was held for review. */
export function confirming(
  { now, rules }: Pick<Context, 'now' | 'rules'>,
  trained: TrainedSession,
  exercise: SessionExercise,
): DomainEvent {
  return event('observation.confirmed', exercise.id, now, {
    ...placeOf(trained, exercise),
    rulesVersion: rules.version,
  })
}

function placeOf({ session }: TrainedSession, { id, exercise }: SessionExercise) {
  return { sessionId: session.id, sessionExerciseId: id, exerciseId: exercise.id, on: session.date }
}
