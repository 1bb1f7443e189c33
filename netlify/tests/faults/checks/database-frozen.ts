import assert from 'node:assert/strict'
import { pgDatabase } from '#database/adapters/pg.js'
import type { Database } from '#database/connection.js'
import type { FaultCheck } from '../fault-check.js'
import type { FaultContext } from '../support/context.js'
import { type FaultApi, openApi } from '../support/fault-api.js'
import { expectSound } from '../support/invariants/expect-sound.js'
import { expectNoLeak } from '../support/postgres/connections.js'
import { overNeon } from '../support/postgres/neon-adapter.js'
import { type OwnPostgres, startOwnPostgres } from '../support/postgres/own-postgres.js'
import { atOnce, sleep, timed, until } from '../support/time.js'
import { expectEachOnce, gatherLifters } from '../support/training/lifters.js'
import { type Lifter, type Load, startLoad } from '../support/training/load.js'
import { expectComeBack } from '../support/training/sessions.js'

const connectionsMax = 3
const deadlineMs = 1_000
/** Two units of work, each with its grace, a pause before the last attempt, and a busy machine. */
const answerMsMax = 2 * (deadlineMs + 500) + 3_000
const backMsMax = 10_000

type Served = { readonly api: FaultApi; readonly load: Load; readonly bystander: Lifter }

/** The same athletes, served in a hurry over an adapter of its own. */
async function serve(context: FaultContext, patient: FaultApi, database: Database): Promise<Served> {
  const { url } = patient.environment.config.database
  const env = { REQUEST_DEADLINE_MS: `${deadlineMs}` }
  const api = await openApi(context, { url, database, env, issuer: patient.issuer, witness: patient.witness })
  const gathered = await gatherLifters(patient)
  const [bystander, ...lifters] = gathered.map((lifter) => ({ ...lifter, athlete: api.as(lifter.athlete) }))
  assert.ok(bystander)
  const load = startLoad(context, lifters)
  await until('sets are logged', () => load.acknowledged.length >= 10)
  return { api, load, bystander }
}

/**
 * Sends more reads than there are connections while the database does not answer; each is answered
 * in time with a Retry-After.
 */
async function turnedAway({ bystander: { athlete, session } }: Served): Promise<number> {
  const { result, ms } = await timed(() => atOnce(2 * connectionsMax, () => athlete.get(session.path)))
  for (const answered of result) expectComeBack(answered)
  assert.ok(ms < answerMsMax, `answered after ${Math.round(ms)} ms`)
  return ms
}

async function freeze(server: OwnPostgres, served: readonly Served[], frozenMs: number): Promise<number> {
  server.freeze()
  const { result, ms } = await timed(() => Promise.all(served.map(turnedAway)))
  await sleep(frozenMs - ms)
  const logged = served.map(({ load }) => load.acknowledged.length)
  server.thaw()
  const isBack = ({ load }: Served, index: number) => load.acknowledged.length > (logged[index] ?? 0)
  await until('sets are logged again', () => served.every(isBack), backMsMax)
  return Math.max(...result)
}

/**
 * Expects no trace of the freeze: more requests than there are connections are served at once, and
 * the pool has its old size.
 */
async function expectRecovered({ api, load, bystander: { athlete, session } }: Served): Promise<void> {
  await load.stop()
  const allServed = async () => {
    const answers = await atOnce(4 * connectionsMax, () => athlete.get(session.path))
    return answers.every(({ status }) => status === 200)
  }
  await until('everybody is served at once', allServed, backMsMax)
  await expectNoLeak(api, connectionsMax)
}

/** Every process of the server stands still, then goes on as if nothing had been. */
export const databaseFrozen: FaultCheck = {
  name: 'database stopped (SIGSTOP) for 10 s under load, pg and Neon: 503 or 504 in time, no connection lost, each write once',
  run: async (context) => {
    const server = await startOwnPostgres(context)
    const patient = await openApi(context, { url: server.url })
    const pg = pgDatabase(server.url, { connectionsMax, connectMsMax: deadlineMs })
    const adapters = [pg, await overNeon(context, server.url)]
    const served: Served[] = []
    for (const database of adapters) served.push(await serve(context, patient, database))
    const ms = await freeze(server, served, context.full ? 10_000 : 2_000)
    await patient.environment.database.close()
    for (const one of served) await expectRecovered(one)
    const acknowledged = served.flatMap(({ load }) => load.acknowledged)
    await expectEachOnce(patient, acknowledged)
    await expectSound(await openApi(context, { url: server.url, issuer: patient.issuer, witness: patient.witness }))
    return `deadline ${deadlineMs} ms: all answered within ${Math.round(ms)} ms while it stood still; ${acknowledged.length} sets acknowledged`
  },
}
