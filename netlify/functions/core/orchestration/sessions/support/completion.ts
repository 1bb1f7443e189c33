import * as z from 'zod'
import { unlockedBy } from '#domain/path/unlocked.js'
import type { Moment, Session } from '#domain/session/session.js'
import { storedDecisions } from '#domain/training/stored-training.js'
import { TrainingDecisionResource, UnlockedExercise } from '#orchestration/training/decision.schema.js'
import { presentDecision, refOf } from '#orchestration/training/present-decision.js'
import type { Consequences } from './change-trained-session.js'
import { presentSession } from './present-session.js'
import { SessionResource } from './schemas.js'

/** A completed session with the decisions that follow from it. */
export const CompletedSessionResource = SessionResource.extend({
  decisions: z
    .array(TrainingDecisionResource)
    .max(50)
    .meta({ description: 'What was decided for each exercise that was trained' }),
  unlocked: z.array(UnlockedExercise).max(200).meta({ description: 'Exercises that the session opened' }),
}).meta({ id: 'CompletedSession', description: 'A completed session with the decisions that follow from it' })

/** Presents a completed session with its decisions and the exercises that it unlocked. */
export async function presentCompletion(
  session: Session,
  moment: Moment,
  consequences: () => Promise<Consequences>,
): Promise<z.output<typeof CompletedSessionResource>> {
  const { before, after, library, ruleBook } = await consequences()
  const decisions = storedDecisions(after, ({ sessionId }) => sessionId === session.id)
  return {
    ...presentSession(session, moment),
    decisions: decisions.map((decision) => presentDecision(decision, library, ruleBook)),
    unlocked: unlockedBy(before, after, library).map(refOf),
  }
}
