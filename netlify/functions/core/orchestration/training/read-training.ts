import * as z from 'zod'
import type { Results } from '#database/connection.js'
import { dateIn } from '#domain/calendar/time-zone.js'
import { type Folded, foldWithNotes, type LoadedLog } from '#domain/coach/reading/fold-with-notes.js'
import { refuse } from '#domain/refusal.js'
import { replayEvents } from '#domain/training/replay-events.js'
import { QueryInstant } from '#domain/values/time.schema.js'
import type { Context } from '#orchestration/context.js'
import { accountNotFound } from '#orchestration/refusals.js'
import { type AthleteFacts, findAthleteFacts } from '#queries/athlete-facts.js'
import { listRecordedEvents } from '#queries/events.js'
import { readLibrary, type VersionedLibrary } from '#queries/read-library.js'
import { daysToRenew } from './renew-checkpoints.js'
import { trainingReads } from './training-reads.js'

/** Everything that is known of an athlete's training, read in one round trip. */
export type Training = Folded &
  VersionedLibrary & {
    /** `today` is the day in the athlete's zone, now or at the instant that was asked for. */
    readonly athlete: AthleteFacts & { readonly today: string }
    /** The facts after the base of the fold, and the sessions of the last weeks that were asked for. */
    readonly trainingLog: LoadedLog
  }

/**
 * Reads an athlete's training as it is now. Refuses with ACCOUNT_NOT_FOUND when the account is
 * gone.
 */
export async function readTraining(context: Context): Promise<Training> {
  const [trainingLog, library, athlete] = await context.readAll([
    ...trainingReads(context),
    findAthleteFacts({ userId: context.athleteId }),
  ])
  return trainingOf(context, athlete, library, trainingLog)
}

/** The query parameter of operations that can answer for an earlier instant. */
export const AtQuery = z.strictObject({
  at: QueryInstant.optional().meta({
    description: 'As it was known at this instant; now when it is left out',
    example: '2026-11-01T12:00:00Z',
  }),
})

/**
 * Reads an athlete's training as it was known at an instant: from the events recorded until then.
 *
 * Refuses with INVALID_INPUT (parameter `at`) before the account existed and in the future.
 */
export async function readTrainingAt(context: Context, at: Date): Promise<Training> {
  return trainingAt(context, at, await context.readAll(readsAt(context, at)))
}

/** The reads of `readTrainingAt`, to be combined with other reads in one round trip. */
export function readsAt({ athleteId: userId }: Pick<Context, 'athleteId'>, at: Date) {
  return [findAthleteFacts({ userId }), readLibrary(), listRecordedEvents({ userId, recordedUntil: at })] as const
}

/**
 * Tells the training at an instant from what `readsAt` has read. Refuses as `readTrainingAt` does.
 */
export async function trainingAt(
  { now, ruleBook, work }: Pick<Context, 'now' | 'ruleBook' | 'work'>,
  at: Date,
  [athlete, library, events]: Results<ReturnType<typeof readsAt>>,
): Promise<Training> {
  if (at > now) refuseAt('at lies in the future')
  if (athlete && at < athlete.createdAt) refuseAt('at lies before the account existed')
  const trainingLog = { base: null, ...(await work(replayEvents(events))) }
  return trainingOf({ now: at, ruleBook, work }, athlete, library, trainingLog)
}

/**
 * Derives the training from what was read. Refuses with ACCOUNT_NOT_FOUND when the account is gone.
 */
export async function trainingOf<Log extends LoadedLog>(
  { now, ruleBook, work }: Pick<Context, 'now' | 'ruleBook' | 'work'>,
  athlete: AthleteFacts | null,
  library: VersionedLibrary,
  trainingLog: Log,
): Promise<Training & { readonly trainingLog: Log }> {
  const known = athlete ?? accountNotFound()
  const folded = await work(foldWithNotes(trainingLog, library.library, ruleBook, daysToRenew(trainingLog, now)))
  return { ...folded, ...library, athlete: { ...known, today: dateIn(known.timeZone, now) }, trainingLog }
}

function refuseAt(detail: string): never {
  return refuse('INVALID_INPUT', 'The query is not as it should be.', [
    { parameter: 'at', code: 'OUT_OF_RANGE', detail },
  ])
}
