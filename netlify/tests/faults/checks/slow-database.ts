import assert from 'node:assert/strict'
import { pgDatabase } from '#database/adapters/pg.js'
import { createDatabase } from '#database/connection.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { withClient } from '#tests/support/with-client.js'
import type { FaultCheck } from '../fault-check.js'
import type { FaultContext } from '../support/context.js'
import { type FaultApi, openApi } from '../support/fault-api.js'
import { expectSound } from '../support/invariants/expect-sound.js'
import { expectNoLeak } from '../support/postgres/connections.js'
import { atOnce, sleep, timed, until } from '../support/time.js'
import { expectComeBack, expectStatus, key, type Started, startSession } from '../support/training/sessions.js'
import { startStallingWire } from './slow-database/stalling-wire.js'

const deadlineMs = 1_000
const env = { REQUEST_DEADLINE_MS: `${deadlineMs}` }
/** One deadline for all units of work, the grace of the last one, and a busy machine. */
const answerMsMax = deadlineMs + 500 + 1_500

/**
 * Asks with and without keys while nothing gets through; every answer comes in time and has a
 * Retry-After.
 */
async function turnedAway(api: FaultApi, { exercises }: Started, token: { id: AthleteId; token: string }) {
  const athlete = api.as(token)
  const asked = await timed(() =>
    atOnce(12, (n) => athlete.post(`${exercises[0]}/sets`, { reps: 1 + n }, n % 2 ? key(`away-${n}`) : {})),
  )
  for (const answered of asked.result) expectComeBack(answered)
  assert.ok(asked.ms < answerMsMax, `answered after ${Math.round(asked.ms)} ms`)
  return Math.round(asked.ms)
}

/**
 * Locks the row of the session in another transaction, with a pool that is too small for the
 * requests that wait.
 */
async function lockHeld(context: FaultContext, url: string): Promise<number> {
  const database = pgDatabase(url, { connectionsMax: 2, connectMsMax: 300 })
  const api = await openApi(context, { url, database, env })
  const athlete = await api.athlete()
  const session = await startSession(athlete)
  const ms = await withClient(url, async (holder) => {
    await holder.query('begin')
    await holder.query('select 1 from workout_sessions where id = $1 for update', [session.id])
    const asked = await turnedAway(api, session, athlete)
    await holder.query('rollback')
    return asked
  })
  expectStatus(await athlete.post(`${session.exercises[0]}/sets`, { reps: 8 }), 201)
  await expectNoLeak(api, 2)
  await expectSound(api)
  await database.close()
  return ms
}

/** Nothing moves on the wire for some seconds. */
async function frozen(context: FaultContext, url: string): Promise<number> {
  const wire = await startStallingWire(context, url)
  const api = await openApi(context, { url, database: createDatabase({ url: wire.url }), env })
  const athlete = await api.athlete()
  const session = await startSession(athlete)
  wire.freeze()
  const ms = await turnedAway(api, session, athlete)
  if (context.full) await sleep(10_000 - ms)
  wire.thaw()
  const log = () => athlete.post(`${session.exercises[0]}/sets`, { reps: 8 }, key('after'))
  await until('sets are logged again', async () => (await log()).status === 201, 5_000)
  await expectNoLeak(api, 5)
  await expectSound(api)
  return ms
}

/** A lock that is not given back, no connection left, a database that says nothing at all. */
export const slowDatabase: FaultCheck = {
  name: 'lock timeout, pool exhausted, database frozen: 503 or 504 in time, no connection lost, nothing broken',
  run: async (context) => {
    const url = await context.makeDatabase()
    const held = await lockHeld(context, url)
    const still = await frozen(context, url)
    return `deadline ${deadlineMs} ms: all answered within ${held} ms under a held lock, ${still} ms while frozen`
  },
}
