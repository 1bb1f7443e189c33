import { beforeAll, describe, expect, test } from 'vitest'
import { servedOperations } from '#http/openapi/operations.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, noon } from '#tests/support/session-api.js'
import { growth, stateReader } from './personal-state.js'
import { ask } from './recipes/recipe.js'
import { recipeOf } from './recipes.js'

const api = await testApi()
const stateOf = await stateReader(api)
const bytesMax = 32 * 1024 * 1024

beforeAll(() => api.setNow(noon))

// erasing an account leaves nobody for whom an answer could be kept
const commands = servedOperations
  .filter(({ kind, id }) => kind === 'command' && id !== 'privacy.eraseAccount')
  .map((operation) => [operation.id, operation] as const)

const withKey = (name: string) => ({ 'idempotency-key': name })

/** Sets how many bytes of answers were kept for an athlete today. */
async function keptToday({ id }: TestAthlete, bytes: number): Promise<void> {
  await api.db.rows(
    `insert into rate_limits (bucket, window_start, used) values ($1, date_trunc('day', now(), 'UTC'), $2)
    on conflict (bucket) do update set used = excluded.used`,
    [`kept:${id}`, bytes],
  )
}

const bytesOf = async ({ id }: TestAthlete) =>
  (await api.db.rows<{ used: number }>('select used from rate_limits where bucket = $1', [`kept:${id}`]))[0]?.used ?? 0

describe.each(commands)('%s, when the answers kept for the account take all the room of a day', (id, operation) => {
  test('is refused under a key and does nothing, and is done without one', async () => {
    const athlete = await api.athlete()
    const asked = await recipeOf(id)(athlete, api)
    await keptToday(athlete, bytesMax)
    const before = await stateOf(athlete)
    const refused = expectStatus(await ask(api, operation, asked, athlete.token, withKey('full')), 429)
    expect(refused.body).toMatchObject({ code: 'RATE_LIMITED', detail: expect.stringContaining('Nothing was done') })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(growth(before, await stateOf(athlete))).toEqual({})
    expectStatus(await ask(api, operation, asked, athlete.token), operation.http.status)
  })
})

describe('an answer that is kept', () => {
  test('counts as it lies on the disk, and a repeat does not count again', async () => {
    const athlete = await api.athlete()
    const exercises = Array.from({ length: 50 }, () => ({ exercise: 'push-up', notes: 'slow '.repeat(300) }))
    const plan = () => athlete.post('/sessions', { date: '2026-11-22', exercises }, { headers: withKey('one') })
    const { body } = expectStatus(await plan(), 201)
    const bytes = await bytesOf(athlete)
    expect(bytes).toBeGreaterThan(1_000)
    expect(bytes).toBeLessThan(JSON.stringify(body).length / 3)
    expect((await plan()).headers.get('idempotent-replayed')).toBe('true')
    expect(await bytesOf(athlete)).toBe(bytes)
  })

  test('is repeated although there is no room for more', async () => {
    const athlete = await api.athlete()
    const first = expectStatus(await athlete.patch('/me', { name: 'Grace' }, { headers: withKey('one') }), 200)
    await keptToday(athlete, bytesMax)
    const again = expectStatus(await athlete.patch('/me', { name: 'Grace' }, { headers: withKey('one') }), 200)
    expect([again.headers.get('idempotent-replayed'), again.body]).toEqual(['true', first.body])
    expectStatus(await athlete.patch('/me', { name: 'Ada' }, { headers: withKey('two') }), 429)
  })

  test('has room again the next day', async () => {
    const athlete = await api.athlete()
    await keptToday(athlete, bytesMax)
    await api.db.rows(`update rate_limits set window_start = window_start - interval '1 day' where bucket = $1`, [
      `kept:${athlete.id}`,
    ])
    expectStatus(await athlete.patch('/me', { name: 'Ada' }, { headers: withKey('one') }), 200)
    expect(await bytesOf(athlete)).toBeLessThan(10_000)
  })

  test('takes no more room than the day has, when many are kept at once', async () => {
    const athlete = await api.athlete()
    const notes = Array.from({ length: 40 }, () => Math.random().toString(36))
      .join('')
      .slice(0, 400)
    await keptToday(athlete, bytesMax - 5_000)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        athlete.post('/sessions', { date: '2026-11-22', notes, exercises: [] }, { headers: withKey(`n${n}`) }),
      ),
    )
    const statuses = answers.map(({ status }) => status).sort()
    expect(new Set(statuses)).toEqual(new Set([201, 429]))
    expect(await bytesOf(athlete)).toBeLessThanOrEqual(bytesMax)
  })
})
