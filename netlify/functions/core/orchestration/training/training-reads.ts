import { addDays } from '#domain/calendar/days-between.js'
import { todayAnywhere } from '#domain/calendar/time-zone.js'
import type { SessionId } from '#domain/values/id.schema.js'
import type { Context } from '#orchestration/context.js'
import { readLibrary } from '#queries/read-library.js'
import { readTrainingLogFrom } from '#queries/training-log-from.js'

/** What is wanted of a training log besides what follows from it. */
export type LogWanted = {
  /** Sessions of so many days before today are looked at. */
  readonly recentDays?: number
  /** The session that may change, if it is there. */
  readonly changesSession?: SessionId
  /** The day to which a session may move. */
  readonly changesFrom?: string | undefined
}

/**
 * Tells from where a training log is read. What happens today may change with every command, and so may
 * the days of what is named: the log is folded from a checkpoint before them.
 */
export function logFrom(
  { athleteId: userId, now, rules }: Pick<Context, 'athleteId' | 'now' | 'rules'>,
  { recentDays, changesSession, changesFrom }: LogWanted = {},
) {
  const { from: today } = todayAnywhere(now)
  return {
    userId,
    rulesVersion: rules.version,
    changesFrom: changesFrom !== undefined && changesFrom < today ? changesFrom : today,
    changesSession: changesSession ?? null,
    recentFrom: recentDays === undefined ? null : addDays(today, -recentDays),
  }
}

/**
 * The reads that tell an athlete's training, and that a change of its facts needs, to be combined with
 * others. They come first: when a later read is newer than the training log, the guard on its version
 * finds out.
 */
export function trainingReads(context: Pick<Context, 'athleteId' | 'now' | 'rules'>, wanted: LogWanted = {}) {
  return [readTrainingLogFrom(logFrom(context, wanted)), readLibrary()] as const
}
