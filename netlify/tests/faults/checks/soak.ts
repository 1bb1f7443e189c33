import type { FaultCheck } from '../fault-check.js'
import { openApi } from '../support/fault-api.js'
import { expectSound } from '../support/invariants/expect-sound.js'
import { expectNoLeak } from '../support/postgres/connections.js'
import { atOnce } from '../support/time.js'
import { doneBy } from '../support/wire/wired.js'
import { expectAsInDiary, live } from './soak/live.js'
import { startProcesses } from './soak/processes.js'

/** Each process has a pool of five. */
const connectionsOfProcess = 5

/**
 * Athletes who train, correct, delete, tap twice and come back online, while everything between
 * them and the rows breaks.
 */
export const soak: FaultCheck = {
  name: 'a soak: several processes, wires that cut, delay and reorder, random athletes; every acknowledged action stored once',
  run: async (context) => {
    const url = await context.makeDatabase()
    const api = await openApi(context, { url })
    const [processes, athletes, steps] = context.full ? [3, 5, 25] : [2, 2, 8]
    const { ways, wires } = await startProcesses(context, url, processes)
    const watched = ways.map(api.witness.watch)
    const lives = await atOnce(athletes, async (n) => {
      const athlete = await api.athlete()
      return { athlete, ...(await live({ token: athlete.token, ways: watched, seed: context.seed + 2 * n, steps })) }
    })
    for (const wire of wires) wire.calm()
    await expectNoLeak(api, (processes + 1) * connectionsOfProcess)
    for (const { athlete, diary } of lives) await expectAsInDiary(athlete, diary)
    await expectSound(api)
    const actions = lives.reduce((sum, one) => sum + one.actions, 0)
    return `${athletes} athletes, ${actions} actions over ${processes} processes; ${doneBy(wires)}`
  },
}
