import assert from 'node:assert/strict'
import { withClient } from '#tests/support/with-client.js'
import type { FaultCheck } from '../fault-check.js'
import { type FaultApi, openApi } from '../support/fault-api.js'
import { effectsOf, expectSound } from '../support/invariants/expect-sound.js'
import { expectNoLeak } from '../support/postgres/connections.js'
import { until } from '../support/time.js'
import { expectComeBack, expectStatus, startSession } from '../support/training/sessions.js'
import { refuseSets, setsTried } from './conflicts/refusing-trigger.js'

/**
 * A few conflicts are got over; one that never ends is given up after a few tries, and nothing is
 * left of it.
 */
async function conflicts(api: FaultApi): Promise<number> {
  const athlete = await api.athlete()
  const { exercises } = await startSession(athlete)
  for (const sqlState of ['40001', '40P01'] as const) {
    await refuseSets(api, sqlState, 3)
    expectStatus(await athlete.post(`${exercises[0]}/sets`, { reps: 8 }), 201)
  }
  await refuseSets(api, '40001', 1_000_000)
  const before = await effectsOf(api, athlete)
  expectComeBack(expectStatus(await athlete.post(`${exercises[0]}/sets`, { reps: 8 }), 503))
  assert.deepEqual(await effectsOf(api, athlete), before)
  const tried = await setsTried(api)
  assert.ok(tried > 1 && tried <= 10, `tried ${tried} times`)
  await refuseSets(api, '40001', 0)
  expectStatus(await athlete.post(`${exercises[0]}/sets`, { reps: 8 }), 201)
  return tried
}

/** Two transactions wait for each other; the database ends ours, and it is done anew. */
async function realDeadlock(api: FaultApi, url: string): Promise<void> {
  const athlete = await api.athlete()
  const { id, exercises } = await startSession(athlete)
  await withClient(url, async (other) => {
    // who waits longest is not the one who looks for deadlocks
    await other.query(`set deadlock_timeout = '60s'`)
    await other.query('begin')
    await other.query(`select pg_advisory_xact_lock(hashtextextended('daily_workout_summary ' || $1::uuid::text, 0))`, [
      athlete.id,
    ])
    const logging = athlete.post(`${exercises[0]}/sets`, { reps: 8 })
    const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    await until('the set waits', async () => (await api.rows(waiting)).length > 0)
    await other.query('select 1 from workout_sessions where id = $1 for update', [id])
    await other.query('rollback')
    expectStatus(await logging, 201)
  })
  const deadlocks = `select deadlocks::int from pg_stat_database where datname = current_database()`
  await until('the database has seen a deadlock', async () => (await api.rows(deadlocks))[0]?.deadlocks > 0)
  assert.equal((await effectsOf(api, athlete)).sets, 1)
}

/** Deadlocks and serialization failures, made up and real. */
export const conflictsOfWrites: FaultCheck = {
  name: 'deadlock, serialization failure: bounded retries, then 503, nothing left behind',
  run: async (context) => {
    const url = await context.makeDatabase()
    const api = await openApi(context, { url })
    const tried = await conflicts(api)
    await realDeadlock(api, url)
    await expectNoLeak(api, 5)
    await expectSound(api)
    return `one that never ends was tried ${tried} times; a real deadlock was got over`
  },
}
