import { expect, test } from 'vitest'
import * as z from 'zod'
import { documentedOperations, openApiOperations } from '#http/openapi/operations.js'
import { testApi } from '#tests/support/api.js'

const api = await testApi({ operations: openApiOperations })
const { status, body: document, headers } = await api.visitor.get('/openapi.json')

const Schema = z.looseObject({ type: z.union([z.string(), z.array(z.string())]) })

/** Lists every schema of the document with the path to it. */
function* schemasIn(value: unknown, way: string): Generator<readonly [string, z.output<typeof Schema>]> {
  if (typeof value !== 'object' || value === null) return
  const schema = Schema.safeParse(value)
  if (schema.success && !way.endsWith('/properties')) yield [way, schema.data]
  for (const [key, inner] of Object.entries(value)) {
    if (key !== 'example' && key !== 'examples') yield* schemasIn(inner, `${way}/${key}`)
  }
}

/** Lists of codes that need no name of their own, by the end of their way. */
const unnamed: readonly (readonly [way: RegExp, reason: string])[] = [
  [/^\/components\/responses\/.*\/properties\/code$/, 'the codes of one answer, of ProblemCode'],
  [/^\/components\/schemas\/Problem\/properties\/status$/, 'statuses of HTTP'],
]

test('the document is served, and the CDN keeps it', () => {
  expect(status).toBe(200)
  expect(document.openapi).toMatch(/^3\.1\./)
  expect(headers.get('netlify-cdn-cache-control')).toContain('durable')
})

test('every operation is described exactly once', () => {
  const described = Object.entries<object>(document.paths).flatMap(([path, item]) =>
    Object.entries<{ operationId: string }>(item as never).map(([method, { operationId }]) => ({
      route: `${method.toUpperCase()} ${path}`,
      operationId,
    })),
  )
  const routes = documentedOperations().map(({ http }) => `${http.method} ${http.path}`)
  expect(described.map(({ route }) => route).sort()).toEqual(routes.sort())
  expect(new Set(described.map(({ operationId }) => operationId)).size).toBe(routes.length)
})

test('every string, number and array has limits', () => {
  const unlimited = [...schemasIn(document, '')].filter(([, schema]) => {
    const types = [schema.type].flat()
    const has = (...keys: readonly string[]) => keys.some((key) => key in schema)
    if (types.includes('string') && !has('maxLength', 'enum', 'const')) return true
    if (types.includes('array') && !has('maxItems')) return true
    const isNumber = types.includes('number') || types.includes('integer')
    return isNumber && !(has('minimum', 'exclusiveMinimum') && has('maximum', 'exclusiveMaximum'))
  })
  expect(unlimited.map(([way]) => way)).toEqual([])
})

test('every list of codes has a name, so that clients get a type for it', () => {
  const lists = [...schemasIn(document, '')].filter(
    ([, schema]) => Array.isArray(schema.enum) && schema.enum.length > 1,
  )
  const nameless = lists.map(([way]) => way).filter((way) => !/^\/components\/schemas\/\w+$/.test(way))
  expect(nameless.filter((way) => !unnamed.some(([one]) => one.test(way)))).toEqual([])
  expect(unnamed.filter(([one]) => !nameless.some((way) => one.test(way)))).toEqual([])
})

test('every object is closed, or is a map with described values', () => {
  const open = [...schemasIn(document.components.schemas, '')].filter(
    ([way, { type, additionalProperties }]) =>
      type === 'object' && !isClosed(additionalProperties) && way !== '/OpenApiDocument',
  )
  expect(open.map(([way]) => way)).toEqual([])
})

function isClosed(additionalProperties: unknown): boolean {
  return additionalProperties === false || Object.keys(additionalProperties ?? {}).length > 0
}

test('every answer with `data` has a `page`', () => {
  const lists = documentedOperations().flatMap(({ id, output }) =>
    output instanceof z.ZodObject && 'data' in output.shape ? [{ id, fields: Object.keys(output.shape) }] : [],
  )
  expect(lists.filter(({ fields }) => !fields.includes('page'))).toEqual([])
  expect(lists.length).toBeGreaterThan(10)
})

test('every example is accepted or given by its operation', () => {
  for (const { http, input, output, id } of documentedOperations()) {
    const { requestBody, responses } = document.paths[http.path][http.method.toLowerCase()]
    const given = input.body?.safeParse(requestBody.content['application/json'].example)
    expect(given?.error, `${id}: request`).toBeUndefined()
    const answered = output?.safeParse(responses[http.status].content['application/json'].example)
    expect(answered?.error, `${id}: answer`).toBeUndefined()
  }
})
