import { type Made, type MakingLimits, makeExports } from '#orchestration/privacy/make-exports.js'
import { partLimits } from '#orchestration/privacy/support/make-part.js'
import type { TestDatabase } from './database.js'

/**
 * A run that ends when nothing is left to do, however busy the machine is, with parts of the size that
 * the scheduled function makes.
 */
export const unhurried: MakingLimits = {
  startMsMax: Number.POSITIVE_INFINITY,
  part: { ...partLimits, msMax: Number.POSITIVE_INFINITY },
}

/** Parts of a third of the size, so that a third of the history takes several. */
export const inSmallParts: MakingLimits = { ...unhurried, part: { ...unhurried.part, bytesMax: 1_048_576 } }

/** Makes the exports of all athletes to their end, as the scheduled function does but for the time. */
export async function makeAllExports(db: TestDatabase, limits = unhurried): Promise<Made> {
  return makeExports({ operator: db.operator(), athlete: db.athlete, settleSeconds: 0, limits })
}
