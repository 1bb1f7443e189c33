import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { Refusal } from '#domain/refusal.js'
import type { Operation } from '#orchestration/contract.js'
import { RequestRefusal, type RequestRefusalCode } from '#orchestration/request-refusal.js'
import { answerBytesMax, noCredentials, respond, respondWithProblem } from './respond.js'

const getThing: Operation = {
  id: 'things.get',
  kind: 'query',
  http: { method: 'GET', path: '/things/{id}', status: 200 },
  summary: 'Get a thing',
  access: { scope: 'sessions:read' },
  input: {},
  output: z.unknown(),
  refusals: [],
  run: async () => ({ output: null, replayed: false }),
}
const createThing: Operation = {
  ...getThing,
  kind: 'command',
  http: { method: 'POST', path: '/things', status: 201 },
  location: ({ id }: { id: string }) => `/things/${id}`,
}
const listThings: Operation = {
  ...getThing,
  access: 'public',
  input: { query: z.strictObject({ cursor: z.string() }) },
}

const unheard = () => undefined

const answer = (operation: Operation, output: unknown, headers: Record<string, string> = {}, replayed = false) => {
  const request = new Request('http://localhost/api/v1/things?q=a+b&cursor=old', { headers })
  return respond(request, operation, { output, replayed }, unheard)
}

describe('an entity tag', () => {
  const tagOf = (output: unknown, operation = getThing) => answer(operation, output).headers.get('etag')

  test('is the version, if there is one, with a digest of the answer', () => {
    expect(tagOf({ version: 3, name: 'a' })).toMatch(/^"3\.[\w-]{10}"$/)
    expect(tagOf({ version: 0 })).toMatch(/^"0\./)
    expect(tagOf({ id: 'a', version: 1 }, createThing)).toMatch(/^"1\./)
    expect(tagOf({ version: 3, name: 'a' })).not.toBe(tagOf({ version: 3, name: 'b' }))
  })

  test('stands for the bytes that are sent, whose state is the same in another order of fields', () => {
    const [one, other] = [tagOf({ version: 3, name: 'a' }), tagOf({ name: 'a', version: 3 })]
    expect([one, other]).toEqual([expect.stringMatching(/^"3\./), expect.stringMatching(/^"3\./)])
    expect(one).not.toBe(other)
  })

  test('is a digest of what a query gives, and missing for a command without a version', () => {
    const [one, same, other] = [{ a: 1 }, { a: 1 }, { a: 2 }].map((output) => tagOf(output))
    expect(one).toMatch(/^"[\w-]{22}"$/)
    expect([same === one, other === one]).toEqual([true, false])
    expect(tagOf({ id: 'a' }, createThing)).toBeNull()
  })

  test('is answered with 304 and the same headers when the caller knows it', async () => {
    const etag = tagOf({ version: 3 }, listThings)
    const known = answer(listThings, { version: 3 }, { 'if-none-match': `W/${etag}` })
    expect([known.status, await known.text(), known.headers.get('etag')]).toEqual([304, '', etag])
    expect(known.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    expect(answer(listThings, { version: 3, name: 'new' }, { 'if-none-match': `${etag}` }).status).toBe(200)
  })

  test('is ignored for a command', () => {
    const created = { id: 'a', version: 3 }
    const asked = { 'if-none-match': `${tagOf(created, createThing)}` }
    expect(answer(createThing, created, asked).status).toBe(201)
  })
})

describe('the answer to a creation', () => {
  const locationOf = (operation: Operation, output: unknown) => answer(operation, output).headers.get('location')

  test('has a location, and says when it is a repeated one', () => {
    const { status, headers } = answer(createThing, { id: 'a' }, {}, true)
    expect([status, headers.get('location'), headers.get('idempotent-replayed')]).toEqual([
      201,
      '/api/v1/things/a',
      'true',
    ])
  })

  test('is 200 with the same location when the thing is there already', () => {
    const request = new Request('http://localhost/api/v1/things')
    const there = respond(request, createThing, { output: { id: 'a' }, replayed: false, existed: true }, unheard)
    expect([there.status, there.headers.get('location'), there.headers.get('idempotent-replayed')]).toEqual([
      200,
      '/api/v1/things/a',
      null,
    ])
  })

  test('has a location below the collection, unless the operation says otherwise', () => {
    const { location: _, ...addThing } = createThing
    expect(locationOf(addThing, { id: 'b' })).toBe('/api/v1/things/b')
    expect(locationOf(addThing, { name: 'no id' })).toBeNull()
    expect(locationOf(getThing, { id: 'b' })).toBeNull()
    expect(locationOf({ ...createThing, location: () => '/elsewhere' }, { id: 'b' })).toBe('/api/v1/elsewhere')
  })
})

describe('an answer of more than the platform takes', () => {
  /** As JSON it has this many bytes, of characters that have three each. */
  const ofBytes = (bytes: number) => ({ text: `${'€'.repeat((bytes - 11) / 3)}${'x'.repeat((bytes - 11) % 3)}` })

  test('is refused with what else to do, and one of just as much is not', async () => {
    const fits = answer(getThing, ofBytes(answerBytesMax))
    expect([fits.status, (await fits.arrayBuffer()).byteLength]).toEqual([200, answerBytesMax])
    expect(() => answer(getThing, ofBytes(answerBytesMax + 1))).toThrow(/^ANSWER_TOO_LARGE: .*POST \/me\/exports/)
  })

  test('is known to a caller who has it, and never refused of a command, which is done', () => {
    const large = ofBytes(answerBytesMax + 1)
    const tag = `"${createHash('sha256').update(JSON.stringify(large)).digest('base64url').slice(0, 22)}"`
    expect(answer(getThing, large, { 'if-none-match': tag }).status).toBe(304)
    expect(answer(createThing, large).status).toBe(201)
  })
})

test('the link to the next page keeps the filters', () => {
  const page = { data: [], page: { nextCursor: 'new/+', limit: 25 } }
  const link = '</api/v1/things?q=a+b&cursor=new%2F%2B>; rel="next"'
  expect(answer(listThings, page).headers.get('link')).toBe(link)
  expect(answer(listThings, { data: [], page: { nextCursor: null, limit: 25 } }).headers.get('link')).toBeNull()
})

test('only public queries allow caches to keep their answers', () => {
  const keptFor = (operation: Operation) => answer(operation, { id: 'a' }).headers.get('netlify-cdn-cache-control')
  expect(keptFor(listThings)).toContain('s-maxage')
  const others = [
    getThing,
    createThing,
    { ...createThing, access: 'public' as const },
    { ...listThings, uncached: true },
  ]
  expect(others.map(keptFor)).toEqual(Array(4).fill('private, no-store'))
})

test('an answer without content has the status 204', async () => {
  const deleteThing: Operation = { ...createThing, output: null, http: { ...createThing.http, status: 204 } }
  const response = answer(deleteThing, undefined)
  expect([response.status, await response.text(), response.headers.get('content-type')]).toEqual([204, '', null])
})

describe('a refusal', () => {
  const context = { requestId: 'request-1', baseUrl: 'https://api.example.com' }
  const refused = (code: RequestRefusalCode, more = {}, detail = 'No.') =>
    respondWithProblem(new RequestRefusal(code, detail, more), context)

  test('is a problem that no cache may keep', async () => {
    const faults = [{ pointer: '/a', code: 'TYPE', detail: 'is a number' }]
    const response = respondWithProblem(new Refusal('INVALID_INPUT', 'No.', faults), context)
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(await response.json()).toEqual({
      type: 'https://api.example.com/problems#invalid-input',
      title: 'The input is not as it should be',
      status: 422,
      detail: 'No.',
      instance: 'urn:request:request-1',
      code: 'INVALID_INPUT',
      errors: faults,
    })
  })

  test.each([
    ['UNAUTHENTICATED', 'www-authenticate', 'Bearer error="invalid_token"'],
    ['INSUFFICIENT_SCOPE', 'www-authenticate', 'Bearer error="insufficient_scope"'],
    [
      'FRESH_SIGN_IN_NEEDED',
      'www-authenticate',
      'Bearer error="insufficient_user_authentication", error_description="More recent authentication is required", max_age="600"',
    ],
    ['UNSUPPORTED_MEDIA_TYPE', 'accept-post', 'application/json'],
    ['UNSUPPORTED_MEDIA_TYPE', 'accept-patch', 'application/merge-patch+json, application/json'],
    ['SERVICE_UNAVAILABLE', 'retry-after', '1'],
    ['RATE_LIMITED', 'retry-after', '1'],
  ] as const)('%s: %s', (code, header, value) => expect(refused(code).headers.get(header)).toBe(value))

  test('without credentials names the scheme only, and says when to try again where that is known', () => {
    expect(refused('UNAUTHENTICATED', {}, noCredentials).headers.get('www-authenticate')).toBe('Bearer')
    expect(refused('IDEMPOTENCY_KEY_IN_USE', { retryAfterSeconds: 7 }).headers.get('retry-after')).toBe('7')
  })

  test('of the domain does not say when to try again', () => {
    expect(respondWithProblem(new Refusal('CONFLICT', 'No.'), context).headers.get('retry-after')).toBeNull()
  })
})
