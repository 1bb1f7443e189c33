import assert from 'node:assert/strict'
import type { FaultApi } from '../fault-api.js'
import type { Lifter } from './load.js'
import { startSession } from './sessions.js'

/** Two lifters with a session of their own, and two who log into the same one. */
export async function gatherLifters(api: FaultApi): Promise<Lifter[]> {
  const alone = [await api.athlete(), await api.athlete()]
  const shared = await api.athlete()
  const session = await startSession(shared, 8)
  const own = await Promise.all(alone.map(async (athlete) => ({ athlete, session: await startSession(athlete, 8) })))
  return [...own, { athlete: shared, session }, { athlete: shared, session }]
}

/** Expects every acknowledged set to be stored once, and every stored set to be acknowledged. */
export async function expectEachOnce({ rows }: FaultApi, acknowledged: readonly string[]): Promise<void> {
  const sets = await rows<{ id: string }>('select id from exercise_set_logs order by id')
  assert.deepEqual(
    sets.map(({ id }) => id),
    acknowledged.toSorted(),
  )
}
