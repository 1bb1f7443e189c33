import assert from 'node:assert/strict'
import type { Answered } from '#tests/support/api.js'
import type { FaultCheck } from '../fault-check.js'
import { type FaultApi, type FaultAthlete, openApi } from '../support/fault-api.js'
import { effectsOf, expectSound } from '../support/invariants/expect-sound.js'
import { expectComeBack, expectStatus, key, planOf, startSession } from '../support/training/sessions.js'
import { type BreakingAdapter, breakingNeon, breakingPg, type Cut } from './cut-connections/breaking-adapters.js'

type Ask = (headers?: Record<string, string>) => Promise<Answered>
type Work = (athlete: FaultAthlete) => Promise<Ask>

/** What is asked while the connection is cut. */
const works: Readonly<Record<string, Work>> = {
  'log a set': async (athlete) => {
    const { exercises } = await startSession(athlete)
    return (headers = {}) => athlete.post(`${exercises[0]}/sets`, { reps: 8 }, { headers })
  },
  'create a session': async (athlete) => {
    expectStatus(await athlete.get('/me'), 200)
    return (headers = {}) => athlete.post('/sessions', planOf(), { headers })
  },
  'complete a session': async (athlete) => {
    const { path, exercises } = await startSession(athlete)
    expectStatus(await athlete.post(`${exercises[0]}/sets`, { reps: 8 }), 201)
    return (headers = {}) => athlete.post(`${path}/complete`, {}, { headers })
  },
}

const cuts: readonly Cut[] = ['before commit', 'after commit']

/** The rows that the work makes when nothing breaks. */
async function undisturbed(api: FaultApi, work: Work) {
  const athlete = await api.athlete()
  const ask = await work(athlete)
  const before = await effectsOf(api, athlete)
  expectStatus(await ask(key('undisturbed').headers), 200, 201)
  return { before, after: await effectsOf(api, athlete) }
}

/** Whatever the cut request was answered, the retry with its key leaves exactly one effect. */
async function withKey(api: FaultApi, { cutNextWork }: BreakingAdapter, work: Work, cut: Cut): Promise<void> {
  const { before, after } = await undisturbed(api, work)
  const athlete = await api.athlete()
  const ask = await work(athlete)
  assert.deepEqual(await effectsOf(api, athlete), before)
  cutNextWork(cut)
  const first = expectStatus(await ask(key('cut').headers), 200, 201, 503)
  const retried = expectStatus(await ask(key('cut').headers), 200, 201)
  if (first.status !== 503) assert.deepEqual(retried.body, first.body)
  assert.deepEqual(await effectsOf(api, athlete), after)
}

/**
 * Without a key nobody may repeat the work, so the doubt is handed on; the work is there whole or
 * not at all.
 */
async function withoutKey(api: FaultApi, { cutNextWork }: BreakingAdapter, work: Work, cut: Cut): Promise<void> {
  const athlete = await api.athlete()
  const ask = await work(athlete)
  const before = await effectsOf(api, athlete)
  cutNextWork(cut)
  expectComeBack(expectStatus(await ask(), 503))
  const after = await effectsOf(api, athlete)
  assert.equal(after.events > before.events, cut === 'after commit')
}

/** The connection is cut around COMMIT; both adapters, three commands, before and after. */
export const cutConnections: FaultCheck = {
  name: 'connection cut before COMMIT, and after COMMIT before the reply: one effect under a key, 503 without',
  run: async (context) => {
    const url = await context.makeDatabase()
    let cases = 0
    for (const adapter of [await breakingPg(context, url), await breakingNeon(context, url)]) {
      const api = await openApi(context, { url, database: adapter.database })
      for (const work of Object.values(works).slice(0, context.full ? 3 : 1)) {
        for (const cut of cuts) {
          await withKey(api, adapter, work, cut)
          await withoutKey(api, adapter, work, cut)
          cases += 2
        }
      }
      await expectSound(api)
    }
    return `${cases} cuts over pg and Neon's HTTP`
  },
}
