import { describe, expect, test } from 'vitest'
import { servedOperations } from '#http/openapi/operations.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, noon, problemOf, today } from '#tests/support/session-api.js'
import { type JsonSchema, jsonSchemaOf } from '../faults/support/requests/arbitrary-of.js'

const api = await testApi()

/** What a day or an instant is called in a query: one, the ends of a range, and "as it was known then". */
const names = new Set(['date', 'from', 'to', 'at'])

const isDay = ({ format, $ref }: JsonSchema) =>
  format === 'date' || format === 'date-time' || String($ref).endsWith('LocalDate')

const daysInQueries = servedOperations.flatMap(({ id, input: { query } }) => {
  const properties = query ? (jsonSchemaOf(query).properties ?? {}) : {}
  return Object.entries(properties).flatMap(([name, schema]) => (isDay(schema) ? [{ id, name, schema }] : []))
})

test('a day or an instant in a query is called date, from, to or at, or its other name is deprecated', () => {
  const others = daysInQueries.filter(({ name, schema }) => !names.has(name) && schema.deprecated !== true)
  expect(daysInQueries.length).toBeGreaterThan(15)
  expect(others.map(({ id, name }) => `${id} ${name}`)).toEqual([])
})

const renamed = [
  ['/me/recommendations', 'date', 'on', today],
  ['/me/history', 'at', 'until', '2026-11-22T12:00:00Z'],
] as const

describe.each(renamed)('%s', (path, name, former, value) => {
  async function asked(query: string) {
    api.setNow(noon)
    const athlete: TestAthlete = await api.athlete()
    await athlete.patch('/me', { name: 'Ada' })
    return athlete.get(`${path}?${query}`)
  }

  test(`answers ${former} as it answers ${name}, and refuses both`, async () => {
    const [now, before] = [await asked(`${name}=${value}`), await asked(`${former}=${value}`)]
    const shapeOf = ({ body }: typeof now) => Object.keys(body)
    expect([expectStatus(now, 200), expectStatus(before, 200)].map(shapeOf)).toEqual([shapeOf(now), shapeOf(now)])
    const both = await asked(`${name}=${value}&${former}=${value}`)
    expect(problemOf(both)).toEqual(['400 MALFORMED_REQUEST', `${former} NOT_ALLOWED`])
  })
})
