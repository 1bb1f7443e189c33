import type { Results } from '#database/connection.js'
import type { Statement } from '#database/statement.js'
import { dateIn } from '#domain/calendar/time-zone.js'
import { type NoteTaking, takeNotes } from '#domain/coach/reading/take-notes.js'
import type { Context } from '#orchestration/context.js'
import { accountNotFound } from '#orchestration/refusals.js'
import { findAthleteFacts } from '#queries/athlete-facts.js'
import type { VersionedTrainingLog } from '#queries/training-log.js'
import { type Training, trainingOf } from './read-training.js'
import { trainingReads } from './training-change.js'

/**
 * An athlete's training as it is now, with the version that guards a change of it, and whatever was
 * read with it.
 */
export type TrainingWith<More extends readonly Statement[]> = Training & {
  readonly trainingLog: VersionedTrainingLog
  readonly more: Results<More>
}

/** The same, with what the coach noted of the log while it was folded. */
export type NotedTraining<More extends readonly Statement[]> = TrainingWith<More> & {
  readonly noteTaking: NoteTaking
}

/**
 * Reads an athlete's training together with something else, in one round trip. Refuses with
 * ACCOUNT_NOT_FOUND when the account is gone.
 */
export async function readTrainingWith<const More extends readonly Statement[]>(
  context: Context,
  more: More,
): Promise<TrainingWith<More>> {
  const { athlete, library, ...rest } = await readLogWith(context, more)
  return { ...(await trainingOf(context, athlete, library, rest.trainingLog)), ...rest }
}

/** Reads the same, and lets the coach take notes while the log is folded. */
export async function readNotedTraining<const More extends readonly Statement[]>(
  context: Context,
  more: More,
): Promise<NotedTraining<More>> {
  const { athlete, library, ...rest } = await readLogWith(context, more)
  const { trainingLog } = rest
  const noteTaking = takeNotes(trainingLog.directives, [], library, context.rules)
  return { ...(await trainingOf(context, athlete, library, trainingLog, noteTaking.witness)), ...rest, noteTaking }
}

/**
 * Reads an athlete's training log together with something else, in one round trip, and derives
 * nothing from it. Refuses with ACCOUNT_NOT_FOUND when the account is gone.
 */
export async function readLogWith<const More extends readonly Statement[]>(context: Context, more: More) {
  const base = [...trainingReads(context), findAthleteFacts({ userId: context.athleteId })] as const
  const results: readonly unknown[] = await context.readAll([...base, ...more])
  // TypeScript cannot type the rest of a mapped tuple through slice()
  const [trainingLog, { library }, found] = results as Results<typeof base>
  const known = found ?? accountNotFound()
  const athlete = { ...known, today: dateIn(known.timeZone, context.now) }
  return { athlete, library, trainingLog, more: results.slice(base.length) as Results<More> }
}
