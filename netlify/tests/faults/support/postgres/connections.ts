import assert from 'node:assert/strict'
import type { FaultApi } from '../fault-api.js'
import { until } from '../time.js'

const ours = `datname = current_database() and application_name = 'calistheniq'`

/**
 * Fails unless every connection of the API comes to rest, and there are no more than its pool may
 * have.
 */
export async function expectNoLeak({ rows }: FaultApi, connectionsMax: number): Promise<void> {
  const busy = () => rows(`select state, query from pg_stat_activity where ${ours} and state <> 'idle'`)
  await until('every connection is idle', async () => (await busy()).length === 0)
  const open = await rows(`select 1 from pg_stat_activity where ${ours}`)
  assert.ok(open.length <= connectionsMax, `${open.length} connections, ${connectionsMax} at most`)
}
