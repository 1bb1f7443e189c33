import { beforeAll, expect, test } from 'vitest'
import { healthFields } from '#domain/account/health-data.js'
import { personalTables } from '#tests/contract/personal-tables.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { differencesOf } from '#tests/support/derived.js'
import { expectStatus, log, noon, problemOf, reread, start, today } from '#tests/support/session-api.js'

const api = await testApi()
beforeAll(() => api.setNow(noon))

const erase = (me: TestAthlete) => me.put('/me/consents/health-data', { given: false, erase: true })

/** Makes an athlete of whom everything is known: check-ins, body mass, and pain that held a decision back. */
async function known() {
  const me = await api.athlete()
  expectStatus(await me.patch('/me', { bodyMassKg: 80 }), 200)
  const checkIn = {
    sleep: 2,
    fatigue: 4,
    stress: 4,
    soreness: 4,
    pain: 6,
    painSite: 'elbow',
    notes: 'sore elbow',
    hrvRmssdMs: 40,
  }
  expectStatus(await me.post('/me/check-ins', checkIn), 201)
  const { path, exercises } = await start(me, { date: today, exercises: [{ exercise: 'push-up' }] })
  for (const _ of [1, 2, 3]) await log(me, exercises[0], { reps: 10, rpe: 7 })
  const headers = { 'idempotency-key': 'with-pain' }
  const painful = { reps: 10, rpe: 7, pain: 6, painSite: 'elbow' }
  const { body: set } = expectStatus(await me.post(`${exercises[0]}/sets`, painful, { headers }), 201)
  const { body: done } = expectStatus(await me.post(`${path}/complete`, { completedAt: noon }), 200)
  expectStatus(await me.get('/me/next-workout'), 200)
  api.setNow('2026-11-22T12:01:00.000Z')
  return { me, path, set: `${exercises[0]}/sets/${set.id}`, done }
}

const named = new Set<string>(
  healthFields.flatMap((name) => [name, name.replace(/[A-Z]/g, (at) => `_${at.toLowerCase()}`)]),
)

/** Lists where a value has health data: a field of that name that is neither null nor no pain. */
function healthIn(value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    named.has(name) && inner !== null && inner !== 0 ? [`${at}.${name}`] : healthIn(inner, `${at}.${name}`),
  )
}

/** Lists where any row that belongs to an athlete has health data. */
async function storedHealth(me: TestAthlete): Promise<string[]> {
  const found: string[] = []
  for (const { table, userColumn } of await personalTables(api.db)) {
    const rows = await api.db.rows(`select to_jsonb(t) as row from ${table} as t where ${userColumn} = $1`, [me.id])
    found.push(...rows.flatMap(({ row }) => healthIn(row, table)))
  }
  return [...new Set(found)].sort()
}

test('a withdrawal that erases leaves no health data in any table, and decisions follow from what is left', async () => {
  const { me, path, done } = await known()
  expect(done.decisions).toMatchObject([{ decision: 'regress', reason: 'pain_stop' }])
  expect((await storedHealth(me)).length).toBeGreaterThan(8)
  expect(expectStatus(await erase(me), 200).body).toMatchObject({ given: false, version: 2 })
  expect(await storedHealth(me)).toEqual([])
  const { data } = expectStatus(await me.get(`${path}/decisions`), 200).body
  expect(data).toMatchObject([{ decision: 'consolidate', inputs: { pain: 0 } }])
  expect((await reread(me, path)).exercises[0].sets[3]).toMatchObject({
    reps: 10,
    pain: null,
    painSite: null,
    version: 2,
  })
  expect((await me.get('/me')).body).toMatchObject({ bodyMassKg: null })
  expect(await differencesOf(api, me)).toEqual([])
})

test('where it hurt is in no checkpoint any more', async () => {
  const { me } = await known()
  const kept = async () =>
    JSON.stringify(await api.db.rows('select state, notes from training_checkpoints where user_id = $1', [me.id]))
  expect(await kept()).toContain('"redPain":[["Push"')
  expect(await kept()).toContain('elbow')
  expectStatus(await erase(me), 200)
  expect(await kept()).toContain('"redPain":[]')
  expect(await kept()).not.toContain('elbow')
})

test('an erasure is told once, and nothing of before tells of health', async () => {
  const { me } = await known()
  expectStatus(await me.put('/me/consents/health-data', { given: false }), 200)
  for (const _ of [1, 2]) expectStatus(await erase(me), 200)
  const told = (await me.get('/me/history?limit=100')).body.data
  const types: string[] = told.map(({ type }: { type: string }) => type)
  expect(types.filter((type) => type === 'healthData.erased')).toHaveLength(1)
  expect(types).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(checkIn|bodyMass)\./)]))
  expect(types).toEqual(expect.arrayContaining(['session.completed', 'set.logged']))
  expect(JSON.stringify(told)).not.toMatch(/pain_stop|elbow/)
})

test('what is kept for a repeat is erased, and the repeat is answered by what is there', async () => {
  const { me, set } = await known()
  expectStatus(await erase(me), 200)
  const keys = await api.db.rows('select key from idempotency_keys where user_id = $1', [me.id])
  expect(keys).toEqual([])
  expect((await me.get(set)).body).toMatchObject({ pain: null })
})

test('a correction that is under way does not bring pain back', async () => {
  for (const reps of [1, 2, 3, 4]) {
    const { me, set } = await known()
    const [erased, corrected] = await Promise.all([erase(me), me.patch(set, { reps })])
    expect([erased.status, corrected.status]).toEqual([200, 200])
    expect(await storedHealth(me)).toEqual([])
    expect((await me.get(set)).body).toMatchObject({ reps, pain: null })
    expect(await differencesOf(api, me)).toEqual([])
  }
})

test('nobody else loses anything, and events stay append-only', async () => {
  const [{ me }, other] = [await known(), await known()]
  const before = await storedHealth(other.me)
  expectStatus(await erase(me), 200)
  expect(await storedHealth(other.me)).toEqual(before)
  for (const sql of ['update events set subject = $1', 'delete from events where subject <> $1'])
    await expect(api.db.rows(sql, ['x'])).rejects.toThrow()
})

test.each([
  ['health-data', { given: true, erase: true }],
  ['research', { given: false, erase: true }],
])('%s %j is refused', async (purpose, body) => {
  const me = await api.athlete()
  expect(problemOf(await me.put(`/me/consents/${purpose}`, body))).toEqual(['422 INVALID_INPUT', '/erase NOT_ALLOWED'])
})
