import assert from 'node:assert/strict'
import type { Answered } from '#tests/support/api.js'
import { withClient } from '#tests/support/with-client.js'
import type { FaultCheck } from '../fault-check.js'
import { type FaultApi, openApi } from '../support/fault-api.js'
import { effectsOf, expectSound } from '../support/invariants/expect-sound.js'
import { atOnce, until } from '../support/time.js'
import { expectStatus, key, startSession } from '../support/training/sessions.js'

const codeOf = ({ status, body }: Answered) => `${status} ${body?.code ?? ''}`.trim()
const isReplay = ({ headers }: Answered) => headers.get('idempotent-replayed') === 'true'

/**
 * Sends a request twenty times at once: one is the first, and the others are its repeats or get a
 * Retry-After.
 */
async function twentyAtOnce(api: FaultApi): Promise<void> {
  const athlete = await api.athlete()
  const { exercises } = await startSession(athlete)
  const answers = await atOnce(20, () => athlete.post(`${exercises[0]}/sets`, { reps: 8 }, key('twenty')))
  const logged = answers.filter(({ status }) => status === 201)
  assert.equal(logged.filter((answered) => !isReplay(answered)).length, 1)
  for (const answered of logged) assert.deepEqual(answered.body, logged[0]?.body)
  for (const answered of answers.filter(({ status }) => status !== 201)) expectInUse(answered)
  assert.equal((await effectsOf(api, athlete)).sets, 1)
  const other = await athlete.post(`${exercises[0]}/sets`, { reps: 9 }, key('twenty'))
  assert.equal(codeOf(other), '422 IDEMPOTENCY_KEY_REUSED')
}

function expectInUse(answered: Answered): void {
  assert.equal(codeOf(answered), '409 IDEMPOTENCY_KEY_IN_USE')
  assert.ok(Number(answered.headers.get('retry-after')) > 0)
}

/**
 * Sends a request that waits for a lock of another transaction; the same request sent meanwhile
 * gets a Retry-After.
 */
async function slowOriginal(patient: FaultApi, hurried: FaultApi, url: string): Promise<void> {
  const athlete = await patient.athlete()
  const { id, exercises } = await startSession(athlete)
  const log = (api: FaultApi) => api.as(athlete).post(`${exercises[0]}/sets`, { reps: 8 }, key('slow'))
  await withClient(url, async (holder) => {
    await holder.query('begin')
    await holder.query('select 1 from workout_sessions where id = $1 for update', [id])
    const original = log(patient)
    await until('the original waits for the lock', () => isWaiting(patient))
    for (const answered of await atOnce(3, () => log(hurried))) expectInUse(answered)
    await holder.query('rollback')
    const first = expectStatus(await original, 201)
    const again = expectStatus(await log(hurried), 201)
    assert.deepEqual([isReplay(first), isReplay(again), again.body], [false, true, first.body])
  })
  assert.equal((await effectsOf(patient, athlete)).sets, 1)
}

async function isWaiting({ rows }: FaultApi): Promise<boolean> {
  const waiting = await rows(
    `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return waiting.length > 0
}

/** Expects that no refusal is repeated: the same request is decided anew, whatever refused it. */
async function refusals(api: FaultApi): Promise<void> {
  const athlete = await api.athlete()
  const { body: session } = expectStatus(
    await athlete.post('/sessions', { date: '2026-11-22', exercises: [{ exercise: 'push-up' }] }),
    201,
  )
  const sets = `/sessions/${session.id}/exercises/${session.exercises[0].id}/sets`
  const refused = await athlete.post(sets, { reps: 8 }, key('early'))
  assert.equal(codeOf(refused), '409 SESSION_NOT_OPEN')
  expectStatus(await athlete.post(`/sessions/${session.id}/start`), 200)
  const early = expectStatus(await athlete.post(sets, { reps: 8 }, key('early')), 201)
  assert.equal(isReplay(early), false)
  const narrow = api.as({ id: athlete.id, token: await api.issuer.issueToken({ sub: athlete.id, scope: 'me:read' }) })
  expectStatus(await narrow.post(sets, { reps: 8 }, key('late')), 403)
  const expired = api.as({ id: athlete.id, token: await api.issuer.issueToken({ sub: athlete.id, expiresIn: -100 }) })
  expectStatus(await expired.post(sets, { reps: 8 }, key('late')), 401)
  const logged = expectStatus(await athlete.post(sets, { reps: 8 }, key('late')), 201)
  assert.equal(isReplay(logged), false)
}

/** Over the quota, a request leaves nothing under its key. */
async function overTheQuota(api: FaultApi, narrow: FaultApi): Promise<void> {
  const athlete = await narrow.athlete()
  for (let n = 0; n < 2; n += 1) expectStatus(await athlete.get('/me'), 200)
  expectStatus(await athlete.patch('/me', { name: 'Grace' }, key('quota')), 429)
  const done = expectStatus(await api.as(athlete).patch('/me', { name: 'Grace' }, key('quota')), 200)
  assert.equal(isReplay(done), false)
}

/** The same request again: at once, while the first is slow, with another body, after a refusal. */
export const repeats: FaultCheck = {
  name: '20 identical requests at once, a slow original, another body under the key; what was done is replayed, no refusal is',
  run: async (context) => {
    const url = await context.makeDatabase()
    const api = await openApi(context, { url })
    const hurried = await openApi(context, { url, issuer: api.issuer, env: { REQUEST_DEADLINE_MS: '300' } })
    const narrow = await openApi(context, { url, issuer: api.issuer, env: { RATE_LIMIT_REQUESTS: '2' } })
    const rounds = context.full ? 10 : 1
    for (let round = 0; round < rounds; round += 1) {
      await twentyAtOnce(api)
      await slowOriginal(api, hurried, url)
    }
    await refusals(api)
    await overTheQuota(api, narrow)
    await expectSound(api)
    return `${rounds} rounds of 20 requests and of a slow original`
  },
}
