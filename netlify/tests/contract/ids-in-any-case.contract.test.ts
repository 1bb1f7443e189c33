import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { servedOperations } from '#http/openapi/operations.js'
import type { Operation } from '#orchestration/contract.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, noon, plan, problemOf } from '#tests/support/session-api.js'
import { inputFieldsOf } from './input-fields.js'
import { stateReader } from './personal-state.js'
import { type Ask, ask } from './recipes/recipe.js'
import { recipeOf } from './recipes.js'

const api = await testApi()
const stateOf = await stateReader(api)
beforeAll(() => api.setNow(noon))

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi
const inUpperCase = (text: string) => text.replace(uuid, (id) => id.toUpperCase())
const upperCaseIn = (value: unknown) =>
  (JSON.stringify(value ?? null).match(uuid) ?? []).filter((id) => id !== id.toLowerCase())

const slugs = new Map(
  (await api.db.rows<{ slug: string; id: string }>('select slug, id from exercises')).map(({ slug, id }) => [slug, id]),
)

/** Writes every id of a request in upper case, and every exercise by its id. */
function shouted(value: unknown): unknown {
  if (typeof value === 'string') return inUpperCase(slugs.get(value) ?? value)
  if (Array.isArray(value)) return value.map(shouted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shouted(member)]))
}

/** Whose body may have an id for what it creates. */
const creates = ({ input: { body }, http }: Operation) =>
  http.method === 'POST' && http.status === 201 && body instanceof z.ZodObject && 'id' in body.shape

/** The request of a recipe with all its ids in upper case. */
async function shoutedAsk(operation: Operation, athlete: TestAthlete): Promise<Ask> {
  const { path, body } = await recipeOf(operation.id)(athlete, api)
  const own = creates(operation) ? { id: randomUUID(), ...Object(body) } : body
  return { path: path.split('/').map(shouted).join('/'), body: shouted(own) }
}

/** Tells whether a field takes an id, alone or as one name among others. */
const takesId = ({ schema }: { schema: { pattern?: string } }) => schema.pattern?.includes('{8}') === true

const withIds = servedOperations.filter(({ input }) => inputFieldsOf(input).some(takesId))

test('most operations take ids', () => expect(withIds.length).toBeGreaterThan(50))

test('every field that takes an id says that it takes either case', () => {
  const strict = servedOperations.flatMap(({ id, input }) =>
    inputFieldsOf(input)
      .filter((field) => (takesId(field) || field.schema.format === 'uuid') && !field.schema.pattern?.includes('A-F'))
      .map(({ path }) => `${id} ${path.join('.')}`),
  )
  expect(strict).toEqual([])
})

describe.each(withIds.map((operation) => [operation.id, operation] as const))('%s', (_, operation) => {
  test('takes ids in upper case, and keeps and answers them in lower case', async () => {
    const athlete = await api.athlete()
    const asked = await shoutedAsk(operation, athlete)
    const answered = expectStatus(await ask(api, operation, asked, athlete.token), operation.http.status)
    expect(upperCaseIn([answered.body, answered.headers.get('location')])).toEqual([])
    expect(upperCaseIn(await stateOf(athlete))).toEqual([])
  })
})

test('an id that was chosen in upper case is the same in lower case', async () => {
  const athlete = await api.athlete()
  const id = randomUUID()
  const planned = expectStatus(await athlete.post('/sessions', { id: id.toUpperCase(), date: '2026-11-22' }), 201)
  expect([planned.body.id, planned.headers.get('location')]).toEqual([id, `/api/v1/sessions/${id}`])
  const [one, other] = [await athlete.get(`/sessions/${id.toUpperCase()}`), await athlete.get(`/sessions/${id}`)]
  expect([one.body, one.headers.get('etag')]).toEqual([other.body, other.headers.get('etag')])
  const stranger = await api.athlete()
  const taken = await stranger.post('/sessions', { id: id.toUpperCase(), date: '2026-11-22' })
  expect(problemOf(taken)).toEqual(['409 ID_TAKEN'])
})

test('two ids in one body that differ in case alone are the same id', async () => {
  const athlete = await api.athlete()
  const id = randomUUID()
  const exercises = [id, id.toUpperCase()].map((one) => ({ id: one, exercise: 'push-up' }))
  expect(problemOf(await athlete.post('/sessions', { date: '2026-11-22', exercises }))[0]).toBe('422 INVALID_INPUT')
})

test('a place and an event are found by an id in upper case', async () => {
  const athlete = await api.athlete()
  const place = { id: randomUUID().toUpperCase(), name: 'Park', equipment: ['low-bar'] }
  const { places } = expectStatus(await athlete.patch('/me', { places: [place] }), 200).body
  expect(places[0].id).toBe(place.id.toLowerCase())
  expectStatus(await athlete.get(`/me/next-workout?place=${place.id}`), 200)
  const { id } = await plan(athlete, { date: '2026-11-22', placeId: place.id, exercises: [{ exercise: 'push-up' }] })
  const { data } = expectStatus(await athlete.get(`/me/history?subject=${id.toUpperCase()}`), 200).body
  expect(data.map((event: { subject: string }) => event.subject)).toContain(id)
})

test('a key rotates itself by its id in upper case', async () => {
  const athlete = await api.athlete()
  const made = expectStatus(await athlete.post('/me/keys', { name: 'Watch', scopes: ['keys:write'] }), 201).body
  const headers = { authorization: `Bearer ${made.key}` }
  expectStatus(await athlete.post(`/me/keys/${made.id.toUpperCase()}/rotate`, undefined, { headers }), 201)
})

test('under one key the same request is one, whatever its spelling', async () => {
  const athlete = await api.athlete()
  const { exercises, path } = await plan(athlete)
  expectStatus(await athlete.post(`${path}/start`), 200)
  const headers = { 'idempotency-key': 'spelling' }
  const id = randomUUID()
  const first = { id, reps: 8, rpe: 8, completedAt: '2026-11-22T11:59:00Z' }
  const again = { completedAt: '2026-11-22T12:59:00+01:00', rpe: 8.0, reps: 8, id: id.toUpperCase() }
  const logged = expectStatus(await athlete.post(`${exercises[0]}/sets`, first, { headers }), 201)
  const repeated = expectStatus(await athlete.post(inUpperCase(`${exercises[0]}/sets`), again, { headers }), 201)
  expect([repeated.headers.get('idempotent-replayed'), repeated.body]).toEqual(['true', logged.body])
  const other = await athlete.post(`${exercises[0]}/sets`, { ...again, reps: 9 }, { headers })
  expect(problemOf(other)).toEqual(['422 IDEMPOTENCY_KEY_REUSED'])
})
