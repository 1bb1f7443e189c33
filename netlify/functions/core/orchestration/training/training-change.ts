import type { Statement } from '#database/statement.js'
import type { DomainEvent } from '#domain/event/event.js'
import type { Library } from '#domain/library/library-facts.js'
import { deriveTraining } from '#domain/training/derive.js'
import { trainingChanges } from '#domain/training/training-changes.js'
import { trainingEvents } from '#domain/training/training-events.js'
import type { TrainingLog } from '#domain/training/training-log.js'
import type { TrainingState } from '#domain/training/training-state.js'
import type { Context } from '#orchestration/context.js'
import { readLibrary } from '#queries/read-library.js'
import { readTrainingLog, touchTraining, type VersionedTrainingLog } from '#queries/training-log.js'
import { storeTraining } from '#queries/training-state-writes.js'

/**
 * The reads that a change of training facts needs, to be combined with the command's own. They come
 * first: when a later read is newer than the training log, the guard on its version finds out.
 */
export function trainingReads(context: Pick<Context, 'athleteId'>) {
  return [readTrainingLog({ userId: context.athleteId }), readLibrary()] as const
}

/**
 * The consequences of a change of facts: the state before and after, what to store, and the events.
 */
export type TrainingChange = {
  readonly before: TrainingState
  readonly after: TrainingState
  readonly statements: readonly Statement[]
  readonly events: readonly DomainEvent[]
}

/**
 * Derives the state before and after a change of facts and stores the difference. What is stored
 * therefore always equals what the facts say: a correction counts as if it had been right from the
 * start.
 *
 * @param known the state before the change, where it was derived already.
 */
export async function changeTraining(
  { athleteId: userId, now, ruleBook, work }: Pick<Context, 'athleteId' | 'now' | 'ruleBook' | 'work'>,
  library: Library,
  trainingLog: { readonly before: VersionedTrainingLog; readonly after: TrainingLog },
  known?: TrainingState,
): Promise<TrainingChange> {
  const before = known ?? (await work(deriveTraining(trainingLog.before, library, ruleBook)))
  const after = await work(deriveTraining(trainingLog.after, library, ruleBook))
  const changes = await work(trainingChanges(before, after))
  const touch = touchTraining({ userId, version: trainingLog.before.version })
  return {
    before,
    after,
    statements: [touch, ...storeTraining(userId, now, changes)],
    events: trainingEvents(before, after, changes, now),
  }
}
