import { beforeAll, describe, expect, test } from 'vitest'
import { documentedAccountOperations } from '#http/accounts/documented.js'
import { servedOperations } from '#http/openapi/operations.js'
import type { InputSchemas } from '#orchestration/contract.js'
import { testApi } from '#tests/support/api.js'
import { expectStatus, log, noon, problemOf, start } from '#tests/support/session-api.js'
import { type InputField, inputFieldsOf } from './input-fields.js'
import { ask } from './recipes/recipe.js'
import { recipeOf } from './recipes.js'
import { withValue } from './with-value.js'

const api = await testApi()
beforeAll(() => api.setNow(noon))

/** Where a POST changes what is there, null takes away, as in a PATCH. */
const takenAway = new Set(['sessions.reschedule time'])

type Posting = { readonly id: string; readonly input: InputSchemas }

/** Lists the fields that a body may leave out. */
function optionalFields({ id, input }: Posting): InputField[] {
  const optional = inputFieldsOf(input).filter(({ part, optional }) => part === 'body' && optional)
  const byName = new Map(optional.map((field) => [field.path.join('.'), field]))
  return [...byName].filter(([name]) => !takenAway.has(`${id} ${name}`)).map(([, field]) => field)
}

/** Returns what a schema makes of a body as JSON carries it: the value, or the places of its faults. */
function readAs({ input: { body: schema } }: Posting, body: unknown): unknown {
  const parsed = schema?.safeParse(JSON.parse(JSON.stringify(body)))
  return parsed?.success ? parsed.data : parsed?.error.issues.map(({ code, path }) => [code, ...path])
}

const posting = servedOperations.filter((operation) => {
  return operation.http.method === 'POST' && optionalFields(operation).length > 0
})

test('most of what is posted may leave something out', () => expect(posting.length).toBeGreaterThan(15))

describe.each(posting.map((operation) => [operation.id, operation] as const))('%s', (_, operation) => {
  test('says that every optional field may be null', () => {
    const never = optionalFields(operation).filter(({ nullable }) => !nullable)
    expect(never.map(({ path }) => path.join('.'))).toEqual([])
  })

  test('takes null as if the field were left out', async () => {
    const { body } = await recipeOf(operation.id)(await api.athlete(), api)
    for (const { path } of optionalFields(operation)) {
      const [asNull, leftOut] = [null, undefined].map((value) => readAs(operation, withValue(body, path, value)))
      expect(asNull, path.join('.')).toStrictEqual(leftOut)
    }
  })

  test('is the same request with null in all that it leaves out', async () => {
    const athlete = await api.athlete()
    const { path, body } = await recipeOf(operation.id)(athlete, api)
    const nulls = optionalFields(operation).flatMap(({ path: [name, ...inner] }) =>
      inner.length === 0 ? [[name, null]] : [],
    )
    const headers = { 'idempotency-key': 'null' }
    expectStatus(await ask(api, operation, { path, body }, athlete.token, headers), operation.http.status)
    const spelt = { path, body: { ...Object.fromEntries(nulls), ...Object(body) } }
    const again = await ask(api, operation, spelt, athlete.token, headers)
    expectStatus(again, operation.http.status)
    expect(again.headers.get('idempotent-replayed')).toBe('true')
  })
})

/** The bodies of the account service; what WebAuthn gives has a form of its own. */
const accountFields = documentedAccountOperations
  .filter(({ http }) => http.method === 'POST')
  .flatMap((operation) => optionalFields(operation).map((field) => ({ operation, field })))
  .filter(({ field }) => field.path.length === 1)
  .map(({ operation, field }) => [`${operation.id} ${field.path}`, operation, field] as const)

test.each(accountFields)('%s may be null, which leaves it out', (_, operation, { path, nullable }) => {
  expect(nullable).toBe(true)
  const [asNull, leftOut] = [null, undefined].map((value) => readAs(operation, withValue({}, path, value)))
  expect(asNull).toStrictEqual(leftOut)
})

test('a set is logged anew as it was answered', async () => {
  const athlete = await api.athlete()
  const { path, exercises, session } = await start(athlete)
  const set = expectStatus(await athlete.get(await log(athlete, exercises[0], { reps: 8 })), 200).body
  const { id: _, setNumber, planned, version, createdAt, updatedAt, ...said } = set
  const again = expectStatus(await athlete.post(`${exercises[0]}/sets`, said), 201).body
  expect(again).toMatchObject({ ...said, setNumber: setNumber + 1 })
  const sets = [{ ...said, sessionExerciseId: session.exercises[0].id }]
  expectStatus(await athlete.post(`${path}/sets`, { sets }), 200)
})

test('what a request needs is refused as null', async () => {
  const athlete = await api.athlete()
  expect(problemOf(await athlete.post('/sessions', { date: null }))[0]).toBe('422 INVALID_INPUT')
  const { exercises } = await start(athlete)
  const refused = await athlete.post(`${exercises[0]}/sets`, { reps: null, duration: null })
  expect(refused.body.errors).toMatchObject([{ code: 'EXACTLY_ONE' }])
})
