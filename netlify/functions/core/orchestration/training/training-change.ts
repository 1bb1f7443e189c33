import type { Statement } from '#database/statement.js'
import { todayAnywhere } from '#domain/calendar/time-zone.js'
import { checkpointDays } from '#domain/coach/reading/checkpoint-days.js'
import { foldWithNotes, type LoadedLog } from '#domain/coach/reading/fold-with-notes.js'
import type { DomainEvent } from '#domain/event/event.js'
import { daysOf } from '#domain/training/derive.js'
import { trainingChanges } from '#domain/training/training-changes.js'
import { trainingEvents } from '#domain/training/training-events.js'
import type { TrainingState } from '#domain/training/training-state.js'
import type { Context } from '#orchestration/context.js'
import type { VersionedLibrary } from '#queries/read-library.js'
import { storeCheckpoints } from '#queries/training-checkpoints.js'
import { touchTraining, type VersionedTrainingLog } from '#queries/training-log.js'
import { storeTraining } from '#queries/training-state-writes.js'

/**
 * The consequences of a change of facts: the state before and after, what to store, and the events.
 */
export type TrainingChange = {
  readonly before: TrainingState
  readonly after: TrainingState
  readonly statements: readonly Statement[]
  readonly events: readonly DomainEvent[]
}

type Changing = Pick<Context, 'athleteId' | 'now' | 'ruleBook' | 'work'>

/**
 * Derives the state before and after a change of facts and stores the difference. What is stored
 * therefore always equals what the facts say: a correction counts as if it had been right from the
 * start. Checkpoints of the days that changed are made anew.
 *
 * @param trainingLog the facts before and after, which differ only after their base.
 * @param known the state before the change, where it was derived already.
 */
export async function changeTraining(
  context: Changing,
  library: VersionedLibrary,
  trainingLog: { readonly before: VersionedTrainingLog; readonly after: LoadedLog },
  known?: TrainingState,
): Promise<TrainingChange> {
  const { athleteId: userId, now, ruleBook, work } = context
  const before = known ?? (await work(foldWithNotes(trainingLog.before, library.library, ruleBook))).state
  const kept = daysToKeep(trainingLog, now)
  const { state: after, checkpoints } = await work(foldWithNotes(trainingLog.after, library.library, ruleBook, kept))
  const changes = await work(trainingChanges(before, after))
  const touch = touchTraining({ userId, version: trainingLog.before.version })
  const made = { userId, rulesVersion: ruleBook.inForce.version, libraryVersion: library.version }
  return {
    before,
    after,
    statements: [
      touch,
      ...storeTraining(userId, now, changes),
      ...storeCheckpoints(
        made,
        checkpoints,
        [...kept].filter((day) => !isAfterBase(trainingLog.before, day)),
      ),
    ],
    events: trainingEvents(before, after, changes, now),
  }
}

/** Chooses the days that have a checkpoint after a change. What is planned ahead has none yet. */
function daysToKeep(
  { before, after }: { readonly before: VersionedTrainingLog; readonly after: LoadedLog },
  now: Date,
): Set<string> {
  const { to: today } = todayAnywhere(now)
  const held = before.checkpointDays.filter((day) => !isAfterBase(before, day))
  return checkpointDays([...held, ...daysOf(after).filter((day) => isAfterBase(before, day) && day <= today)])
}

/** Tells whether a day lies after the base of a log, so that what happens on it can change. */
function isAfterBase({ base }: LoadedLog, day: string): boolean {
  return base === null || day > base.day
}

/** Asserts that what changes on a day was loaded: only the log of the days after its base was. */
export function assertAfterBase(trainingLog: LoadedLog, day: string): void {
  if (!isAfterBase(trainingLog, day)) throw new Error(`facts of ${day} change, and the log was read from later on`)
}
