import { expect, test } from 'vitest'
import * as z from 'zod'
import { exactlyOneOf } from '#domain/values/exactly-one-of.js'
import { posted } from '#domain/values/posted.js'
import type { DocumentedOperation } from '../accounts/documented.js'
import { openApiDocument } from './document.js'

const Path = z.strictObject({ thingId: z.uuid().meta({ description: 'Id of the thing' }) })
const Thing = z
  .strictObject({
    name: z.string().max(20).meta({ example: 'A thing' }),
    sizes: z.array(z.literal([1, 2])).max(3),
    weightKg: z.number().min(0).max(10).nullable(),
  })
  .meta({ id: 'Thing' })

const getThing: DocumentedOperation = {
  id: 'sessions.getThing',
  kind: 'query',
  http: { method: 'GET', path: '/things/{thingId}', status: 200 },
  summary: 'Get a thing',
  access: { scope: 'sessions:read' },
  input: { params: Path },
  output: Thing,
  refusals: ['SESSION_NOT_FOUND'],
}
const patchThing: DocumentedOperation = {
  ...getThing,
  id: 'sessions.patchThing',
  kind: 'command',
  http: { method: 'PATCH', path: '/things/{thingId}', status: 200 },
  summary: 'Change a thing',
  access: { scope: 'sessions:write' },
  input: { params: Path, body: Thing },
}
const createThing: DocumentedOperation = {
  ...patchThing,
  id: 'sessions.createThing',
  http: { method: 'POST', path: '/things', status: 201 },
  summary: 'Make a thing',
  input: { body: Thing },
  location: () => '/things/1',
}
const listThings: DocumentedOperation = {
  ...getThing,
  id: 'sessions.listThings',
  http: { method: 'GET', path: '/things', status: 200 },
  summary: 'List things',
  access: 'public',
  input: { query: z.strictObject({ cursor: z.string().max(10).optional() }) },
  refusals: [],
}

const { paths = {}, components = {}, tags } = openApiDocument([getThing, patchThing, createThing, listThings])
const one = paths['/things/{thingId}']
const all = paths['/things']

test('an operation has a unique id, a group, and its scope', () => {
  expect(one?.get).toMatchObject({
    operationId: 'sessionsGetThing',
    tags: ['sessions'],
    description: 'Needs the scope `sessions:read`.',
    security: [{ accessToken: ['sessions:read'] }, { apiKey: ['sessions:read'] }],
  })
  expect(all?.get).toMatchObject({ security: [{}], description: 'Open to everybody.' })
  expect(tags).toEqual([{ name: 'sessions', description: expect.any(String) }])
})

test('an operation lists its own refusals and those of HTTP, one response for each status', () => {
  expect(Object.keys(one?.get?.responses ?? {})).toEqual([
    ...['200', '304', '400', '401', '403', '404', '406', '409', '429', '500', '503', '504'],
  ])
  expect(Object.keys(one?.patch?.responses ?? {})).toEqual([
    ...['200', '400', '401', '403', '404', '406', '408', '409', '412', '413', '415', '422', '429', '500', '503', '504'],
  ])
  expect(Object.keys(all?.get?.responses ?? {})).toEqual([
    ...['200', '304', '400', '406', '409', '429', '500', '503', '504'],
  ])
  expect(one?.patch?.responses?.['422']).toEqual({
    $ref: '#/components/responses/IDEMPOTENCY_KEY_REUSED.INVALID_INPUT',
  })
  expect(components.responses?.['IDEMPOTENCY_KEY_REUSED.INVALID_INPUT']).toMatchObject({
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            { $ref: '#/components/schemas/Problem' },
            { properties: { status: { const: 422 }, code: { enum: ['IDEMPOTENCY_KEY_REUSED', 'INVALID_INPUT'] } } },
          ],
        },
        examples: { INVALID_INPUT: { value: { status: 422, code: 'INVALID_INPUT' } } },
      },
    },
  })
})

test('every response that is referred to exists', () => {
  const refs = JSON.stringify(paths).match(/#\/components\/\w+\/[\w.-]+/g) ?? []
  for (const ref of new Set(refs)) {
    const [, , kind = '', name = ''] = ref.split('/')
    expect(Object.keys(Reflect.get(components, kind)), ref).toContain(name)
  }
})

test('headers are documented where they are sent: versions, locations, next pages, repeats', () => {
  const headersOf = (operation: typeof one) => (method: 'get' | 'patch' | 'post', status: string) =>
    Object.keys((operation?.[method]?.responses?.[status] as { headers?: object })?.headers ?? {})
  expect(headersOf(one)('patch', '200')).toEqual(
    expect.arrayContaining(['ETag', 'Idempotent-Replayed', 'X-Request-Id']),
  )
  expect(headersOf(all)('post', '201')).toContain('Location')
  expect(headersOf(all)('get', '200')).toContain('Link')
  expect(headersOf(one)('get', '200')).not.toContain('Link')
  const sent = one?.patch?.parameters?.map((parameter) => ('$ref' in parameter ? parameter.$ref : parameter.name))
  expect(sent).toEqual(
    expect.arrayContaining(['thingId', '#/components/parameters/IfMatch', '#/components/parameters/IdempotencyKey']),
  )
})

/** The body that an operation takes, by media type. */
function contentOf(operation: { requestBody?: unknown } | undefined): Record<string, { example?: unknown }> {
  return (operation?.requestBody as { content?: Record<string, { example?: unknown }> } | undefined)?.content ?? {}
}

test('a PATCH accepts a merge patch or plain JSON', () => {
  expect(Object.keys(contentOf(one?.patch))).toEqual(['application/merge-patch+json', 'application/json'])
  expect(Object.keys(contentOf(all?.post))).toEqual(['application/json'])
})

test('schemas have what holds for all of them: no NUL in text, the range of integers, examples', () => {
  expect(components.schemas?.Thing).toMatchObject({
    properties: {
      name: { type: 'string', maxLength: 20, pattern: '^[^\\u0000]*$', examples: ['A thing'] },
      sizes: { items: { type: 'integer', format: 'int32', enum: [1, 2], minimum: 1, maximum: 2 } },
    },
    additionalProperties: false,
  })
})

test('bodies have an example that fits their schema', () => {
  const example = contentOf(all?.post)['application/json']?.example
  expect(Thing.parse(example)).toEqual({ name: 'A thing', sizes: [1], weightKg: 0 })
})

test('a group without a description is a fault', () => {
  expect(() => openApiDocument([{ ...getThing, id: 'things.get' }])).toThrow('describe the tag "things"')
})

test('of fields that exclude each other each shape has one with a value, and null in the place of the others', () => {
  const field = z.int().min(1).max(9).meta({ description: 'As many' }).optional()
  const body = exactlyOneOf(posted({ reps: field, duration: field, notes: field }), ['reps', 'duration'])
  const document = openApiDocument([{ ...createThing, input: { body: body.meta({ id: 'Given' }) } }])
  const count = { type: 'integer', minimum: 1, maximum: 9, format: 'int32' }
  const said = { ...count, description: 'As many' }
  const notes = { description: 'As many', anyOf: [count, { type: 'null' }] }
  expect(document.components?.schemas?.Given).toMatchObject({
    oneOf: [
      { properties: { reps: said, duration: { type: 'null' }, notes }, required: ['reps'] },
      { properties: { reps: { type: 'null' }, duration: said, notes }, required: ['duration'] },
    ],
  })
})
