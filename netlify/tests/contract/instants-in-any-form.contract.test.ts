import { beforeAll, describe, expect, test } from 'vitest'
import { servedOperations } from '#http/openapi/operations.js'
import type { Operation } from '#orchestration/contract.js'
import { type Answered, type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, noon } from '#tests/support/session-api.js'
import { type InputField, inputFieldsOf } from './input-fields.js'
import { type Ask, ask } from './recipes/recipe.js'
import { recipeOf } from './recipes.js'
import { withValue } from './with-value.js'

const api = await testApi()
beforeAll(() => api.setNow(noon))

const taking = servedOperations.flatMap((operation) =>
  inputFieldsOf(operation.input)
    .filter(({ schema }) => schema.format === 'date-time' && !schema.readOnly)
    .map((field) => [`${operation.id} ${field.path.join('.')}`, operation, field] as const),
)

test('instants are taken in queries and in bodies', () => {
  const parts = taking.map(([, , { part, path }]) => `${part} of ${path.length}`)
  expect(new Set(parts)).toEqual(new Set(['query of 1', 'body of 1', 'body of 3', 'body of 5']))
  expect(taking.length).toBeGreaterThan(7)
})

/** An instant that the field takes: what ends later lies in the future, all else is past. */
const dateFor = ({ path }: InputField) => (path[0] === 'expiresAt' ? '2026-11-24' : '2026-11-22')

/** Lists the values of all members of this name, however deep. */
function valuesOf(name: string, value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [...(key === name ? [inner] : []), ...valuesOf(name, inner)])
}

async function askWith(
  athlete: TestAthlete,
  operation: Operation,
  field: InputField,
  instant: string,
): Promise<Answered> {
  const { path, body } = await recipeOf(operation.id)(athlete, api)
  // what is asked as of an instant begins with the account
  await api.db.rows(`update users set created_at = '2026-01-01' where id = $1`, [athlete.id])
  const [name = ''] = field.path
  const asked: Ask =
    field.part === 'query'
      ? { path: `${path}${path.includes('?') ? '&' : '?'}${name}=${instant}` }
      : { path, body: withValue(body, field.path, instant) }
  return ask(api, operation, asked, athlete.token)
}

describe.each(taking)('%s', (_, operation, field) => {
  test.each(['T12:00:00Z', 't12:00:00z', 'T13:00:00%2B01:00', 'T12:00:00-00:00', 'T12:00:00.000000000Z'])(
    'takes %s and answers it in UTC',
    async (time) => {
      const athlete = await api.athlete()
      const given = `${dateFor(field)}${field.part === 'body' ? decodeURIComponent(time) : time}`
      const { body } = expectStatus(await askWith(athlete, operation, field, given), operation.http.status)
      const name = field.path.at(-1) ?? ''
      if (field.part === 'body') expect(valuesOf(name, body)).toContain(`${dateFor(field)}T12:00:00.000Z`)
    },
  )

  test('refuses one without seconds, and says what it takes', async () => {
    const athlete = await api.athlete()
    const { status, body } = await askWith(athlete, operation, field, `${dateFor(field)}T12:00Z`)
    expect([400, 422]).toContain(status)
    expect(body.errors).toMatchObject([{ code: 'FORMAT', detail: expect.stringContaining('RFC 3339 with seconds') }])
  })
})

test('a query takes a bare + in the offset', async () => {
  const athlete = await api.athlete()
  await recipeOf('progress.history')(athlete, api)
  expectStatus(await athlete.get('/me/history?at=2026-11-22T13:00:00+01:00'), 200)
})
