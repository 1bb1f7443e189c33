import assert from 'node:assert/strict'
import type { FaultCheck } from '../fault-check.js'
import { type FaultApi, openApi } from '../support/fault-api.js'
import { expectSound } from '../support/invariants/expect-sound.js'
import { type OwnPostgres, startOwnPostgres } from '../support/postgres/own-postgres.js'
import { sleep, timed, until } from '../support/time.js'
import { expectEachOnce, gatherLifters } from '../support/training/lifters.js'
import { type Load, startLoad } from '../support/training/load.js'
import { expectComeBack } from '../support/training/sessions.js'

const backMsMax = 10_000
const setsBefore = 25

/** Kills the server under load; how long the API took to be back once the server was. */
async function killOnce(server: OwnPostgres, api: FaultApi, load: Load): Promise<number> {
  const before = load.acknowledged.length
  await until('sets are logged', () => load.acknowledged.length >= before + setsBefore)
  server.kill()
  const stranger = await api.athlete().catch(() => null)
  assert.equal(stranger, null, 'the server is dead')
  const turnedAway = load.turnedAway()
  await until('clients are told to come back', () => load.turnedAway() > turnedAway)
  await sleep(300)
  await server.restart()
  const dead = load.acknowledged.length
  const { ms } = await timed(() => until('sets are logged again', () => load.acknowledged.length > dead, backMsMax))
  return ms
}

/** The database dies outright while sets are logged, and comes back. */
export const databaseKilled: FaultCheck = {
  name: 'database killed (-9) under load: acknowledged writes there exactly once, 503 meanwhile, back without a restart',
  run: async (context) => {
    const server = await startOwnPostgres(context)
    const api = await openApi(context, { url: server.url })
    const someone = (await gatherLifters(api))[0]?.athlete
    const load = startLoad(context, await gatherLifters(api))
    const kills = context.full ? 3 : 1
    const back: number[] = []
    for (let kill = 0; kill < kills; kill += 1) back.push(await killOnce(server, api, load))
    await load.stop()
    await expectEachOnce(api, load.acknowledged)
    await expectSound(api)
    server.kill()
    const down = await someone?.get('/me')
    assert.ok(down)
    expectComeBack(down)
    return `${kills} kills, ${load.acknowledged.length} sets acknowledged, ${load.turnedAway()} told to come back, back after ${Math.round(Math.max(...back))} ms`
  },
}
