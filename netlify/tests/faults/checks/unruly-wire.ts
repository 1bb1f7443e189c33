import assert from 'node:assert/strict'
import { neonDatabase } from '#database/adapters/neon.js'
import { pgDatabase } from '#database/adapters/pg.js'
import type { Database } from '#database/connection.js'
import { startNeonEndpoint } from '#tests/support/neon-endpoint.js'
import type { FaultCheck } from '../fault-check.js'
import type { FaultContext } from '../support/context.js'
import { type FaultApi, openApi } from '../support/fault-api.js'
import { expectSound } from '../support/invariants/expect-sound.js'
import { expectNoLeak } from '../support/postgres/connections.js'
import { randomFrom } from '../support/random.js'
import { atOnce } from '../support/time.js'
import { insist } from '../support/training/insist.js'
import { expectEachOnce } from '../support/training/lifters.js'
import { expectStatus, key, startSession } from '../support/training/sessions.js'
import type { UnrulyWire } from '../support/wire/unruly-wire.js'
import { doneBy, wired } from '../support/wire/wired.js'

const athletes = 3
const setsAtOnce = 6
const unruly = { cut: 0.03, delay: 0.2, overtake: 0.2 }

type Adapter = { readonly database: Database; readonly wire: UnrulyWire }

async function adapters(context: FaultContext, url: string): Promise<Adapter[]> {
  const endpoint = await startNeonEndpoint()
  context.onEnd(() => endpoint.close())
  const how = { seed: context.seed, ...unruly }
  const [pg, neon] = [await wired(context, url, how), await wired(context, endpoint.url, how)]
  return [
    { database: pgDatabase(pg.url), wire: pg.wire },
    { database: neonDatabase(url, { endpoint: neon.url }), wire: neon.wire },
  ]
}

/**
 * Lets athletes log sets at once until they are acknowledged, and returns the ids of the
 * acknowledged sets.
 */
async function logAtOnce(patient: FaultApi, api: FaultApi, seed: number, rounds: number): Promise<string[]> {
  const each = await atOnce(athletes, async (n) => {
    const athlete = await patient.athlete()
    const { exercises } = await startSession(athlete, setsAtOnce)
    const random = randomFrom(seed + n)
    const ids: string[] = []
    for (let round = 0; round < rounds; round += 1) {
      const answers = await atOnce(setsAtOnce, (set) => {
        const log = () => api.as(athlete).post(`${exercises[set]}/sets`, { reps: 1 + set }, key(`${round}-of-${set}`))
        return insist(log, random)
      })
      ids.push(...answers.map((answered) => expectStatus(answered, 201).body.id))
    }
    return ids
  })
  return each.flat()
}

/** Requests to the database and its answers are lost, late, and overtake each other. */
export const unrulyWire: FaultCheck = {
  name: 'a wire to the database that cuts, delays and reorders, pg and Neon: each acknowledged set there exactly once',
  run: async (context) => {
    const url = await context.makeDatabase()
    const patient = await openApi(context, { url })
    const both = await adapters(context, url)
    const logged: string[] = []
    for (const { database, wire } of both) {
      const { issuer, witness } = patient
      const api = await openApi(context, { url, database, issuer, witness })
      logged.push(...(await logAtOnce(patient, api, context.seed, context.full ? 12 : 2)))
      wire.calm()
    }
    await expectNoLeak(patient, 10)
    assert.equal(new Set(logged).size, logged.length)
    await expectEachOnce(patient, logged)
    await expectSound(patient)
    return `${logged.length} sets; ${doneBy(both.map(({ wire }) => wire))}`
  },
}
