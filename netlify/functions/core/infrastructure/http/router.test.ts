import { describe, expect, test } from 'vitest'
import type { Method, Operation } from '#orchestration/contract.js'
import { allowedMethods, type Found, isDecodable, route } from './router.js'

const operation = (method: Method, path: string): Operation => ({
  id: `${method} ${path}`,
  kind: method === 'GET' ? 'query' : 'command',
  http: { method, path, status: 200 },
  summary: '',
  access: 'public',
  input: {},
  output: null,
  refusals: [],
  run: async () => ({ output: undefined, replayed: false }),
})

const operations = [
  operation('GET', '/things/{thingId}'),
  operation('DELETE', '/things/{thingId}'),
  operation('GET', '/things/newest'),
  operation('POST', '/things'),
  operation('GET', '/things/{thingId}/parts/{partId}'),
]

async function routed(path: string, method = 'GET'): Promise<Found | null> {
  let seen: Found | null = null
  const serve = route(operations, async (_, found) => {
    seen = found
    return new Response()
  })
  await serve(new Request(`http://localhost${path}`, { method }))
  return seen
}

const idOf = async (path: string) => (await routed(path))?.byMethod.get('GET')?.id

describe('the router', () => {
  test('ignores a slash at the end', async () => {
    expect(await idOf('/api/v1/things/newest/')).toBe('GET /things/newest')
    expect(await routed('/api/v1/things/a/')).toMatchObject({ params: { thingId: 'a' } })
  })

  test('prefers a fixed step to a parameter', async () => {
    expect(await idOf('/api/v1/things/newest')).toBe('GET /things/newest')
    expect(await idOf('/api/v1/things/oldest')).toBe('GET /things/{thingId}')
  })

  test('finds all methods of a path', async () => {
    for (const method of ['GET', 'HEAD', 'PUT', 'OPTIONS', 'PROPFIND']) {
      const found = await routed('/api/v1/things/a', method)
      expect(found && [...found.byMethod.keys()], method).toEqual(['GET', 'DELETE'])
      expect(found && allowedMethods(found)).toBe('GET, DELETE, HEAD, OPTIONS')
    }
    const collection = await routed('/api/v1/things')
    expect(collection && allowedMethods(collection)).toBe('POST, OPTIONS')
  })

  test.each([
    ['a%20b', 'a b'],
    ['a%2Fb', 'a/b'],
    ['a%2520b', 'a%20b'],
    ['a%25', 'a%'],
    ['%C3%A9', 'é'],
    ['a+b', 'a+b'],
    ['%00', '\u0000'],
    ['__proto__', '__proto__'],
  ])('decodes %s once', async (step, value) => {
    expect((await routed(`/api/v1/things/${step}/parts/x`))?.params).toEqual({ thingId: value, partId: 'x' })
  })
})

test('the router loads an operation when a request first leads to its address, and not before', async () => {
  const loads: string[] = []
  const late = operations.map((one) => ({
    http: one.http,
    load: async () => {
      loads.push(one.id)
      return one
    },
  }))
  const seen: (readonly Operation[])[] = []
  const serve = route(late, async (_, found) => {
    seen.push([...(found?.byMethod.values() ?? [])])
    return new Response()
  })
  await serve(new Request('http://localhost/api/v1/nothing'))
  expect(loads).toEqual([])
  await serve(new Request('http://localhost/api/v1/things/a'))
  expect(loads).toEqual(['GET /things/{thingId}', 'DELETE /things/{thingId}'])
  expect(seen[1]).toEqual(operations.slice(0, 2))
})

test.each([
  '/api/v1/nothing',
  '/api/v1//things',
  '/api/v1/things/a/parts',
  '/api/v1/THINGS',
  '/api/v2/things',
  '/things',
  '/api/v1/things/a/parts/b/c',
  '/',
])('finds nothing at %s', async (path) => expect(await routed(path)).toBeNull())

test.each([
  ['/things/%zz', false],
  ['/things/%E0%A4%A', false],
  ['/things/a%', false],
  ['/things?q=100%', false],
  ['/things?q=%ff', false],
  ['/things/%E2%82%AC?q=100%25+%C3%A9', true],
])('isDecodable(%s) is %s', (path, decodable) => {
  expect(isDecodable(new Request(`http://localhost/api/v1${path}`))).toBe(decodable)
})
