import { type Made, makeExports } from '#orchestration/privacy/make-exports.js'
import type { TestDatabase } from './database.js'

/** Makes the exports of all athletes to their end, as the scheduled function does. */
export async function makeAllExports(db: TestDatabase): Promise<Made> {
  return makeExports({ operator: db.operator(), athlete: db.athlete, settleSeconds: 0 })
}
