import { beforeAll, expect, test } from 'vitest'
import { refusalCodes } from '#domain/refusal.js'
import { type Answered, type TestAthlete, testApi } from '#tests/support/api.js'
import { makeAllExports } from '#tests/support/exports.js'
import { expectStatus, noon, plan, reread, start, today } from '#tests/support/session-api.js'

const api = await testApi({ env: { RATE_LIMIT_REQUESTS: '1000000' } })

beforeAll(() => api.setNow(noon))

const pushUp = { exercise: 'push-up' }

type Limited = {
  /** Sends the request with this number. */
  readonly add: (n: number) => Promise<Answered>
  /** Counts what there is. */
  readonly count: () => Promise<number>
}

type Limit = {
  readonly of: string
  /** How many there may be, and how many are asked for at once. */
  readonly max: number
  readonly atOnce: number
  readonly code: string
  /** Fills up what is needed, and says how to add one more. */
  readonly arrange: (athlete: TestAthlete) => Promise<Limited> | Limited
}

const listed = async (athlete: TestAthlete, path: string) => expectStatus(await athlete.get(path), 200).body.data.length

const day = (n: number) => `2026-11-${22 + n}`

const limits: readonly Limit[] = [
  {
    of: 'live API keys',
    max: 20,
    atOnce: 40,
    code: 'KEY_LIMIT',
    arrange: (athlete) => ({
      add: (n) => athlete.post('/me/keys', { name: `Watch ${n}`, scopes: ['sessions:read'] }),
      count: () => listed(athlete, '/me/keys?limit=100'),
    }),
  },
  {
    of: 'routines',
    max: 100,
    atOnce: 12,
    code: 'ROUTINE_LIMIT',
    arrange: async (athlete) => {
      const add = (n: number) => athlete.post('/me/routines', { name: `Routine ${n}`, exercises: [pushUp] })
      for (let n = 1; n <= 95; n += 1) expectStatus(await add(n), 201)
      return { add, count: () => listed(athlete, '/me/routines?limit=100') }
    },
  },
  {
    of: 'webhooks',
    max: 10,
    atOnce: 20,
    code: 'WEBHOOK_LIMIT',
    arrange: (athlete) => ({
      add: (n) => athlete.post('/me/webhooks', { url: `https://192.0.3.1/${n}`, eventTypes: ['set.logged'] }),
      count: () => listed(athlete, '/me/webhooks'),
    }),
  },
  {
    of: 'exports that are being made',
    max: 1,
    atOnce: 12,
    code: 'EXPORT_LIMIT',
    arrange: (athlete) => ({
      add: () => athlete.post('/me/exports'),
      count: () => listed(athlete, '/me/exports'),
    }),
  },
  {
    of: 'exports',
    max: 3,
    atOnce: 12,
    code: 'EXPORT_LIMIT',
    arrange: async (athlete) => {
      for (const _ of [1, 2]) {
        expectStatus(await athlete.post('/me/exports'), 201)
        await makeAllExports(api.db)
      }
      return { add: () => athlete.post('/me/exports'), count: () => listed(athlete, '/me/exports') }
    },
  },
  {
    of: 'exercises of a session',
    max: 50,
    atOnce: 12,
    code: 'SESSION_FULL',
    arrange: async (athlete) => {
      const { path } = await plan(athlete, { date: today, exercises: Array(46).fill(pushUp) })
      return {
        add: () => athlete.post(`${path}/exercises`, pushUp),
        count: async () => (await reread(athlete, path)).exercises.length,
      }
    },
  },
  {
    of: 'sets of an exercise',
    max: 100,
    atOnce: 12,
    code: 'SESSION_FULL',
    arrange: async (athlete) => {
      const { path, exercises } = await start(athlete, { date: today, exercises: [pushUp] })
      const add = (n: number) => athlete.post(`${exercises[0]}/sets`, { reps: n + 1 })
      for (let n = 0; n < 96; n += 1) expectStatus(await add(n), 201)
      return { add, count: async () => (await reread(athlete, path)).exercises[0].sets.length }
    },
  },
  {
    of: 'sets with one number',
    max: 1,
    atOnce: 12,
    code: 'CONFLICT',
    arrange: async (athlete) => {
      const { path, exercises } = await start(athlete, { date: today, exercises: [pushUp] })
      return {
        add: (n) => athlete.post(`${exercises[0]}/sets`, { setNumber: 1, reps: n + 1 }),
        count: async () => (await reread(athlete, path)).exercises[0].sets.length,
      }
    },
  },
  {
    of: 'check-ins of a day',
    max: 1,
    atOnce: 12,
    code: 'CONFLICT',
    arrange: (athlete) => ({
      add: (n) => athlete.post('/me/check-ins', { sleep: 1 + (n % 5), bodyMassKg: 70 + n }),
      count: () => listed(athlete, `/me/check-ins?from=${today}&to=${today}`),
    }),
  },
  {
    of: 'deloads that share a day',
    max: 1,
    atOnce: 7,
    code: 'CONFLICT',
    arrange: (athlete) => ({
      add: (n) => athlete.post('/me/deload', { startsOn: day(n) }),
      count: async () => (await api.db.rows('select from deloads where user_id = $1', [athlete.id])).length,
    }),
  },
]

/** Asks again while too many others ask at the same time. */
async function insist(ask: () => Promise<Answered>): Promise<Answered> {
  for (;;) {
    const answered = await ask()
    if (answered.status !== 503) return answered
    await new Promise((resolve) => setTimeout(resolve, Number(answered.headers.get('retry-after')) * 1000))
  }
}

test.each(limits.map((limit) => [limit.of, limit] as const))(
  'the number of %s is held when many ask at once',
  async (_, { max, atOnce, code, arrange }) => {
    const { add, count } = await arrange(await api.athlete())
    const before = await count()
    const answers = await Promise.all(Array.from({ length: atOnce }, (_, n) => insist(() => add(n))))
    const seen = answers.map(({ status, body }) => (status === 201 ? '201' : `${status} ${body.code}`)).sort()
    const added = max - before
    expect(seen).toEqual([...Array(added).fill('201'), ...Array(atOnce - added).fill(`409 ${code}`)])
    expect(await count()).toBe(max)
    const late = await add(0)
    expect([late.status, late.body.code]).toEqual([409, code])
  },
)

test('every refusal that speaks of a limit is tried', () => {
  const tried = new Set(limits.map(({ code }) => code))
  expect(refusalCodes.filter((code) => /_(LIMIT|FULL)$/.test(code) && !tried.has(code))).toEqual([])
})

test('keys that are revoked or expired do not count, and rotation needs no room', async () => {
  const athlete = await api.athlete()
  const make = (more = {}) => athlete.post('/me/keys', { name: 'Watch', scopes: ['keys:write'], ...more })
  const aMinute = new Date(Date.parse(noon) + 60_000).toISOString()
  for (let n = 0; n < 18; n += 1) expectStatus(await make(), 201)
  const [short, revoked] = [expectStatus(await make({ expiresAt: aMinute }), 201), expectStatus(await make(), 201)]
  expect((await make()).body.code).toBe('KEY_LIMIT')
  const { id: successor } = expectStatus(await athlete.post(`/me/keys/${revoked.body.id}/rotate`), 201).body
  expect((await make()).body.code).toBe('KEY_LIMIT')
  expectStatus(await athlete.post(`/me/keys/${successor}/revoke`), 200)
  expectStatus(await make(), 201)
  expect((await make()).body.code).toBe('KEY_LIMIT')
  api.setNow(short.body.expiresAt)
  expectStatus(await make(), 201)
  expect((await make()).body.code).toBe('KEY_LIMIT')
  api.setNow(noon)
})
