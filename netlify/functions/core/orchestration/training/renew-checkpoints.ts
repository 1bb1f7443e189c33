import type { Statement } from '#database/statement.js'
import { todayAnywhere } from '#domain/calendar/time-zone.js'
import { checkpointDays } from '#domain/coach/reading/checkpoint-days.js'
import type { Folded, LoadedLog } from '#domain/coach/reading/fold-with-notes.js'
import { daysOf } from '#domain/training/derive.js'
import type { Context } from '#orchestration/context.js'
import type { VersionedLibrary } from '#queries/read-library.js'
import { renewCheckpoints } from '#queries/training-checkpoints.js'
import type { VersionedTrainingLog } from '#queries/training-log-parts.js'

/** Sessions that are folded as quickly as a checkpoint is stored. */
const fewSessions = 30

/**
 * Chooses the days of which a read makes checkpoints on its way: where none holds any more, because the rules or
 * the library became others, and the history is too long to be folded with each read until the next command.
 */
export function daysToRenew(trainingLog: LoadedLog, now: Date): ReadonlySet<string> {
  if (trainingLog.base || trainingLog.sessions.length <= fewSessions) return new Set()
  const { to: today } = todayAnywhere(now)
  return checkpointDays(daysOf(trainingLog).filter((day) => day <= today))
}

/** Makes the statements that keep the checkpoints which a read had to make; none where it made none. */
export function renewStatements(
  { athleteId: userId, rules }: Pick<Context, 'athleteId' | 'rules'>,
  { checkpoints, trainingLog, version }: Folded & VersionedLibrary & { readonly trainingLog: VersionedTrainingLog },
): Statement[] {
  if (checkpoints.length === 0 || version === null) return []
  const made = { userId, rulesVersion: rules.version, libraryVersion: version }
  return [renewCheckpoints(made, checkpoints, trainingLog.version)]
}
