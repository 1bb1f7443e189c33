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
import { touchTraining } from '#queries/training-log.js'
import type { VersionedTrainingLog } from '#queries/training-log-parts.js'
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
 * @param changedFrom the first day of which something changes.
 * @param known the state before the change, where it was derived already.
 */
export async function changeTraining(
  context: Changing,
  library: VersionedLibrary,
  trainingLog: { readonly before: VersionedTrainingLog; readonly after: LoadedLog },
  changedFrom: string,
  known?: TrainingState,
): Promise<TrainingChange> {
  const { athleteId: userId, now, ruleBook, work } = context
  assertAfterBase(trainingLog.before, changedFrom)
  const before = known ?? (await work(foldWithNotes(trainingLog.before, library.library, ruleBook))).state
  const { stay, renewed } = checkpointsAfter(trainingLog, changedFrom, now)
  const { state: after, checkpoints } = await work(foldWithNotes(trainingLog.after, library.library, ruleBook, renewed))
  const changes = await work(trainingChanges(before, after))
  const touch = touchTraining({ userId, version: trainingLog.before.version })
  const made = { userId, rulesVersion: ruleBook.inForce.version, libraryVersion: library.version }
  return {
    before,
    after,
    statements: [touch, ...storeTraining(userId, now, changes), ...storeCheckpoints(made, checkpoints, stay)],
    events: trainingEvents(before, after, changes, now),
  }
}

/**
 * Chooses the days that have a checkpoint after a change: those of which it stays as it is, and those of
 * which it is made anew. What is planned ahead has none yet.
 */
function checkpointsAfter(
  { before, after }: { readonly before: VersionedTrainingLog; readonly after: LoadedLog },
  changedFrom: string,
  now: Date,
): { readonly stay: readonly string[]; readonly renewed: ReadonlySet<string> } {
  const { to: today } = todayAnywhere(now)
  const held = before.checkpointDays.filter((day) => day < changedFrom)
  const happened = daysOf(after).filter((day) => isAfterBase(before, day) && day <= today)
  const wanted = checkpointDays([...held, ...happened])
  return {
    stay: held.filter((day) => wanted.has(day)),
    renewed: new Set([...wanted].filter((day) => !held.includes(day))),
  }
}

/** Tells whether a day lies after the base of a log, so that what happens on it can change. */
function isAfterBase({ base }: LoadedLog, day: string): boolean {
  return base === null || day > base.day
}

/** Asserts that what changes was loaded: the log of the days after its base was. */
function assertAfterBase(trainingLog: LoadedLog, day: string): void {
  if (!isAfterBase(trainingLog, day)) throw new Error(`facts of ${day} change, and the log was read from later on`)
}
