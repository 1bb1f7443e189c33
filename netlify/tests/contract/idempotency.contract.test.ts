import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { servedOperations } from '#http/openapi/operations.js'
import type { Operation } from '#orchestration/contract.js'
import { type Answered, type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, noon, plan, problemOf, start, workout } from '#tests/support/session-api.js'
import { growth, type State, stateReader } from './personal-state.js'
import { type Ask, ask } from './recipes/recipe.js'
import { recipeOf } from './recipes.js'

const api = await testApi()
// erasing an account leaves nobody for whom an answer could be kept; privacy.test.ts repeats it
const commands = servedOperations
  .filter(({ kind, id }) => kind === 'command' && id !== 'privacy.eraseAccount')
  .map((operation) => [operation.id, operation] as const)

beforeAll(() => api.setNow(noon))

const stateOf = await stateReader(api)

type Arrangement = { readonly athlete: TestAthlete; readonly asked: Ask; readonly before: State }

async function arranged({ id }: Operation): Promise<Arrangement> {
  const athlete = await api.athlete()
  const asked = await recipeOf(id)(athlete, api)
  return { athlete, asked, before: await stateOf(athlete) }
}

const key = (name: string) => ({ 'idempotency-key': name })

/** The secret fields of answers: of an API key and of a webhook. */
const shownOnce = ['key', 'secret']

/** Returns what a repeated answer has: fields that are shown once are null. */
function repeatable(body: unknown, { output }: Operation): unknown {
  const once = output instanceof z.ZodObject ? shownOnce.filter((field) => field in output.shape) : []
  return once.length === 0 ? body : { ...Object(body), ...Object.fromEntries(once.map((field) => [field, null])) }
}

/** Returns the entity tag; its number alone when a repeated answer has fewer fields. */
function tagOf({ headers, body }: Answered, operation: Operation): string | undefined {
  const etag = headers.get('etag') ?? ''
  return repeatable(body, operation) === body ? etag : etag.split('.')[0]
}

describe.each(commands)('%s with an idempotency key', (_, operation) => {
  let once: Pick<Arrangement, 'athlete' | 'asked'> & {
    readonly first: Answered
    readonly growth: Record<string, number>
  }
  // the tests share an athlete who has asked once
  beforeAll(async () => {
    const { athlete, asked, before } = await arranged(operation)
    const first = await ask(api, operation, asked, athlete.token, key('once'))
    once = { athlete, asked, first, growth: growth(before, await stateOf(athlete)) }
  })

  test('runs, and is kept under its key', () => {
    expectStatus(once.first, operation.http.status)
    expect(once.first.headers.get('idempotent-replayed')).toBeNull()
    expect(once.growth).toMatchObject({ idempotency_keys: 1 })
  })

  test('answers a repeat with the same answer, and changes nothing', async () => {
    const { athlete, asked, first } = once
    const before = await stateOf(athlete)
    const again = await ask(api, operation, asked, athlete.token, key('once'))
    expectStatus(again, operation.http.status)
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    // compares the order of fields as well
    expect(JSON.stringify(again.body)).toBe(JSON.stringify(repeatable(first.body, operation)))
    expect(again.headers.get('location')).toBe(first.headers.get('location'))
    expect(tagOf(again, operation)).toBe(tagOf(first, operation))
    expect(await stateOf(athlete)).toEqual(before)
  })

  test('refuses another request under the same key', async () => {
    const { athlete, asked } = once
    expectStatus(await athlete.patch('/me', { name: 'First' }, { headers: key('taken') }), 200)
    const before = await stateOf(athlete)
    const other = await ask(api, operation, asked, athlete.token, key('taken'))
    expect(problemOf(other)).toEqual(['422 IDEMPOTENCY_KEY_REUSED'])
    expect(await stateOf(athlete)).toEqual(before)
  })

  test('runs once when ten identical requests arrive at once', async () => {
    const { athlete, asked, before } = await arranged(operation)
    const asking = Array.from({ length: 10 }, () => ask(api, operation, asked, athlete.token, key('ten')))
    const answers = await Promise.all(asking)
    const seen = answers.map(({ status, headers }) => `${status} ${headers.get('idempotent-replayed') ?? 'first'}`)
    expect(seen.sort()).toEqual(
      [...Array(9).fill(`${operation.http.status} true`), `${operation.http.status} first`].sort(),
    )
    const [one] = answers
    for (const { body } of answers) expect(repeatable(body, operation)).toEqual(repeatable(one?.body, operation))
    expect(growth(before, await stateOf(athlete))).toEqual(once.growth)
  })
})

describe('an idempotency key', () => {
  test('is refused with another body', async () => {
    const athlete = await api.athlete()
    expectStatus(await athlete.post('/sessions', workout, { headers: key('k') }), 201)
    const other = await athlete.post('/sessions', { ...workout, notes: 'Another' }, { headers: key('k') })
    expect(problemOf(other)).toEqual(['422 IDEMPOTENCY_KEY_REUSED'])
  })

  test('is independent of the same key of another athlete', async () => {
    const [ada, bob] = [await api.athlete(), await api.athlete()]
    const first = await ada.post('/sessions', workout, { headers: key('shared') })
    const other = await bob.post('/sessions', workout, { headers: key('shared') })
    expect([other.status, other.headers.get('idempotent-replayed')]).toEqual([201, null])
    expect(other.body.id).not.toBe(first.body.id)
  })

  test('keeps no refusal: the same request succeeds once its time has come', async () => {
    const athlete = await api.athlete()
    const { path, exercises } = await plan(athlete)
    const early = () => athlete.post(`${exercises[0]}/sets`, { reps: 8 }, { headers: key('early') })
    expect(problemOf(await early())).toEqual(['409 SESSION_NOT_OPEN'])
    expectStatus(await athlete.post(`${path}/start`), 200)
    const logged = expectStatus(await early(), 201)
    expect(logged.headers.get('idempotent-replayed')).toBeNull()
    const again = expectStatus(await early(), 201)
    expect([again.headers.get('idempotent-replayed'), again.body]).toEqual(['true', logged.body])
  })

  test('repeats what was done, also when the same request would be refused by then', async () => {
    const athlete = await api.athlete()
    const { path } = await start(athlete)
    const complete = () => athlete.post(`${path}/complete`, { withoutSets: true }, { headers: key('done') })
    const first = expectStatus(await complete(), 200)
    expectStatus(await athlete.delete(path), 204)
    const again = expectStatus(await complete(), 200)
    expect([again.headers.get('idempotent-replayed'), again.body]).toEqual(['true', first.body])
  })

  test('remembers no request that was unauthorized or malformed', async () => {
    const athlete = await api.athlete()
    const { path } = await start(athlete)
    const narrow = await api.issuer.issueToken({ sub: athlete.id, scope: 'sessions:read' })
    const headers = { ...key('retry'), authorization: `Bearer ${narrow}` }
    expectStatus(await athlete.post(`${path}/complete`, { withoutSets: true }, { headers }), 403)
    expectStatus(await athlete.post(`${path}/complete`, { durationMinutes: -1 }, { headers: key('retry') }), 422)
    const done = expectStatus(
      await athlete.post(`${path}/complete`, { withoutSets: true }, { headers: key('retry') }),
      200,
    )
    expect(done.headers.get('idempotent-replayed')).toBeNull()
  })
})
