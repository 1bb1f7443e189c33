import type { Statement } from '#database/statement.js'
import { type Difference, exerciseDifference, setDifference } from '#domain/session/difference.js'
import type { Session } from '#domain/session/session.js'
import { isNothing, type SummedDifference, summedDifference } from '#domain/session/summed-difference.js'
import { summedFactsOf } from '#domain/session/summed-facts.js'
import { sameValue } from '#domain/values/same-value.js'
import type { Context } from '#orchestration/context.js'
import { addToDailySummary, lockDailySummaries, refreshDailySummaries } from '#queries/daily-workout-summary-writes.js'
import { deleteSetLogs, insertSetLogs, updateSetLogs } from '#queries/exercise-set-logs.js'
import {
  deleteSessionExercises,
  exercisesJson,
  insertSessionExercises,
  updateSessionExercises,
} from '#queries/session-exercises-writes.js'
import { ensurePlace } from '#queries/users.js'
import { insertSession, updateSession } from '#queries/workout-sessions-writes.js'

type Saver = Pick<Context, 'athleteId' | 'now'>

/** Stores a new session. */
export function insertStatements(context: Saver, session: Session): Statement[] {
  return insertAllStatements(context, [session])
}

/** Stores new sessions, and sums their days up once. */
export function insertAllStatements(context: Saver, sessions: readonly Session[]): Statement[] {
  return [
    ...sessions.flatMap((session) => newStatements(context, session)),
    ...summaryStatements(
      context,
      sessions.map(({ date }) => date),
    ),
  ]
}

function newStatements(context: Saver, session: Session): Statement[] {
  return [...placeStatements(context, null, session), insertSession({ userId: context.athleteId, session })]
}

/**
 * Turns the stored session into the decided one. The version that the decision rested on guards the
 * write.
 */
export function updateStatements(context: Saver, before: Session, after: Session): Statement[] {
  const difference = summedDifference(before, after)
  if (before === after || difference === null) return updateAllStatements(context, [{ before, after }])
  return [...changeStatements(context, { before, after }), ...additionStatements(context, after, difference)]
}

/** Adds to the sums of a day what one session's change makes of them. */
function additionStatements(
  { athleteId: userId, now }: Saver,
  { date }: Session,
  difference: SummedDifference,
): Statement[] {
  return isNothing(difference) ? [] : [addToDailySummary({ userId, date, difference, now })]
}

/**
 * Turns stored sessions into the decided ones, and sums up once the days whose sums may change: each of
 * these statements reads all sessions of a day.
 */
export function updateAllStatements(context: Saver, all: readonly Pair[]): Statement[] {
  const changed = all.filter(({ before, after }) => before !== after)
  const summed = changed.filter(({ before, after }) => !sameValue(summedFactsOf(before), summedFactsOf(after)))
  return [
    ...changed.flatMap((pair) => changeStatements(context, pair)),
    ...summaryStatements(
      context,
      summed.flatMap(({ before, after }) => [before.date, after.date]),
    ),
  ]
}

type Pair = { readonly before: Session; readonly after: Session }

function changeStatements(context: Saver, { before, after }: Pair): Statement[] {
  return [
    ...placeStatements(context, before, after),
    updateSession({ userId: context.athleteId, session: after, fromVersion: before.version }),
    ...exerciseStatements(context, before, after),
    ...setStatements(context, before, after),
  ]
}

/** Recomputes the summaries of days, if there are any. These statements stand last in a batch. */
export function summaryStatements({ athleteId: userId, now }: Saver, dates: readonly string[]): Statement[] {
  if (dates.length === 0) return []
  return [lockDailySummaries({ userId }), refreshDailySummaries({ userId, dates: [...new Set(dates)], now })]
}

/** Makes sure of the place that a session gets; one that it had before may be gone by now. */
function placeStatements({ athleteId: userId }: Saver, before: Session | null, { placeId }: Session): Statement[] {
  return placeId === null || placeId === before?.placeId ? [] : [ensurePlace({ userId, placeId })]
}

function exerciseStatements({ athleteId: userId }: Saver, before: Session, after: Session): Statement[] {
  const sessionId = after.id
  return changes(exerciseDifference(before, after), {
    remove: (ids) => deleteSessionExercises({ userId, sessionId, ids }),
    update: (items) => updateSessionExercises({ userId, sessionId, exercises: exercisesJson(items) }),
    insert: (items) => insertSessionExercises({ userId, sessionId, exercises: exercisesJson(items) }),
  })
}

function setStatements({ athleteId: userId }: Saver, before: Session, after: Session): Statement[] {
  return changes(setDifference(before, after), {
    remove: (ids) => deleteSetLogs({ userId, ids }),
    update: (sets) => updateSetLogs({ userId, sets }),
    insert: (sets) => insertSetLogs({ userId, sets }),
  })
}

type Writes<Thing extends { readonly id: string }> = {
  readonly remove: (ids: readonly Thing['id'][]) => Statement
  readonly update: (things: readonly Thing[]) => Statement
  readonly insert: (things: readonly Thing[]) => Statement
}

/**
 * Makes one statement for each kind of change. Removals come first, so that places and numbers are
 * free again.
 */
function changes<Thing extends { readonly id: string }>(
  { inserted, updated, deleted }: Difference<Thing>,
  writes: Writes<Thing>,
): Statement[] {
  return [
    ...(deleted.length > 0 ? [writes.remove(deleted.map(({ id }) => id))] : []),
    ...(updated.length > 0 ? [writes.update(updated)] : []),
    ...(inserted.length > 0 ? [writes.insert(inserted)] : []),
  ]
}
