import type * as z from 'zod'
import { foldWithNotes } from '#domain/coach/reading/fold-with-notes.js'
import type { DomainEvent } from '#domain/event/event.js'
import { refuse } from '#domain/refusal.js'
import type { Session, SessionExercise } from '#domain/session/session.js'
import { exerciseOf } from '#domain/session/session-exercises.js'
import { isLastWord } from '#domain/training/directives.js'
import { storedDecisions } from '#domain/training/stored-training.js'
import type { SessionExerciseId, SessionId } from '#domain/values/id.schema.js'
import type { Commit } from '#orchestration/commit.js'
import type { Context } from '#orchestration/context.js'
import { expectVersion } from '#orchestration/refusals.js'
import { applyDirectives } from '#orchestration/training/apply-directives.js'
import { TrainingDecisionResource, TrainingVersion } from '#orchestration/training/decision.schema.js'
import { presentDecision } from '#orchestration/training/present-decision.js'
import { loadTrainedSession } from './change-trained-session.js'

/** A decision with the version of the training that it follows from. */
export const VersionedDecision = TrainingDecisionResource.extend({ version: TrainingVersion }).meta({
  id: 'VersionedDecision',
  description: 'A decision after a session, with its reasons, as it stands now',
})
type VersionedDecision = z.output<typeof VersionedDecision>

type Place = { readonly sessionId: SessionId; readonly sessionExerciseId: SessionExerciseId }

/** Makes the event of what the athlete says about a decision. */
type Say = (session: Session, exercise: SessionExercise) => DomainEvent

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
  const said = say(session, exerciseOf(session, sessionExerciseId))
  expectVersion(context, { version: trainingLog.version })
  const change = isLastWord(trainingLog, said) ? null : await applyDirectives(context, [said], trained)
  const state = change?.after ?? (await context.work(foldWithNotes(trainingLog, library, context.ruleBook))).state
  const decision = storedDecisions(state, (made) => made.sessionExerciseId === sessionExerciseId).at(-1)
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
