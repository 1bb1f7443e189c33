import type { Database } from '#database/connection.js'
import type { ExportFailure } from '#domain/account/account-export.schema.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { type ClaimedExport, claimExport, failExport, storeExportPart } from '#queries/account-exports-making.js'
import { makePart, type PartLimits, partLimits } from './support/make-part.js'

/** How long a run may go on, and how large its parts become. */
export type MakingLimits = {
  /**
   * Milliseconds after which no new part is begun. A part is closed after 8 s, so a run stays below the
   * 30 s that Netlify gives a scheduled function.
   */
  readonly startMsMax: number
  readonly part: PartLimits
}

export const makingLimits: MakingLimits = { startMsMax: 15_000, part: partLimits }

/** Seconds for which a claimed export is reserved: longer than a run may take. */
const leaseSeconds = 60

/** After so many attempts at one part the export is given up. */
const attemptsMax = 5

export type Making = {
  /** Bound to the operator, who sees every athlete's exports. */
  readonly operator: Database
  /** Bound to an athlete: what is exported is read under their own row-level security. */
  readonly athlete: (userId: AthleteId) => Database
  /** After how many seconds a request that was under way has ended, whatever became of it. */
  readonly settleSeconds: number
  /** Those of the scheduled function when it is left out. */
  readonly limits?: MakingLimits
}

/** What became of the turns of a run. An export that was lost is somebody else's by now, or deleted. */
type Turn = 'part' | 'ready' | 'failed' | 'lost'
export type Made = Record<Turn, number>

/**
 * Makes exports, one part of one export after another, until nothing is to be done or the time is
 * up. Whoever has waited longest has the next turn, so that a large account holds up nobody. Several
 * runs at once share the work, and a run that was killed loses the part that it was making, no more.
 *
 * @throws AggregateError with every failure, when the others have had their turns.
 */
export async function makeExports(making: Making): Promise<Made> {
  const { operator, settleSeconds, limits = makingLimits } = making
  const start = performance.now()
  const made: Made = { part: 0, ready: 0, failed: 0, lost: 0 }
  const failures: unknown[] = []
  while (performance.now() - start < limits.startMsMax) {
    const [claimed] = await operator.batch([claimExport({ leaseSeconds, settleSeconds })])
    if (!claimed) break
    try {
      made[await takeTurn(making, claimed)] += 1
    } catch (error) {
      // it stays claimed until its lease is over, so this run does not come back to it
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'not every part could be made')
  return made
}

async function takeTurn({ operator, athlete, limits = makingLimits }: Making, claimed: ClaimedExport): Promise<Turn> {
  const failure = failureOf(claimed)
  if (failure !== null) {
    await operator.batch([failExport({ ...claimed, failure })])
    return 'failed'
  }
  const part = await makePart(athlete(claimed.athleteId), claimed, limits.part)
  const [stored] = await operator.batch([storeExportPart({ ...claimed, ...part })])
  if (!stored) return 'lost'
  return part.next === null ? 'ready' : 'part'
}

function failureOf({ keyEnded, attempts }: ClaimedExport): ExportFailure | null {
  if (keyEnded) return 'key_ended'
  return attempts > attemptsMax ? 'gave_up' : null
}
