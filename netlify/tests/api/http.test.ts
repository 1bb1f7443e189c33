import { describe, expect, it } from 'vitest'
import { documentedOperations } from '#http/openapi/operations.js'
import { operations } from '#orchestration/operations.js'
import { testApi } from '#tests/support/api.js'

const api = await testApi()
const athlete = await api.athlete()

describe('every answer', () => {
  it('carries a request id, the timing with its round trips, and security headers', async () => {
    const response = await api.fetch('/levels', { headers: { 'x-request-id': 'a-request-1' } })
    expect(response.status).toBe(200)
    expect(response.headers.get('x-request-id')).toBe('a-request-1')
    expect(response.headers.get('server-timing')).toMatch(/^db;dur=\d+\.\d;desc="1 round trip", app;dur=\d+\.\d$/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it('carries a new request id when the given one is malformed', async () => {
    const response = await api.fetch('/levels', { headers: { 'x-request-id': 'a b' } })
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('routing', () => {
  it('answers an unknown path with a problem', async () => {
    const { status, body, headers } = await api.visitor.get('/nothing-here')
    expect({ status, code: body.code }).toEqual({ status: 404, code: 'ROUTE_NOT_FOUND' })
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  })

  it('refuses malformed percent-encoding', async () => {
    const { status, body } = await api.visitor.get('/exercises/%E0%A4%A')
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'MALFORMED_REQUEST' })
  })

  it('decodes path parameters exactly once', async () => {
    const { status, body } = await api.visitor.get('/exercises/push%2Dup')
    expect({ status, slug: body.slug }).toEqual({ status: 200, slug: 'push-up' })
    expect((await api.visitor.get('/exercises/push%252Dup')).status).not.toBe(200)
  })

  it('answers HEAD as GET without a body', async () => {
    const head = await api.fetch('/levels', { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(head.headers.get('etag')).toBe((await api.fetch('/levels')).headers.get('etag'))
  })

  it('answers OPTIONS with Allow', async () => {
    const options = await api.fetch('/levels', { method: 'OPTIONS' })
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS'])
  })

  it('answers another method with 405 and Allow', async () => {
    const wrong = await api.fetch('/levels', { method: 'DELETE' })
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
  })
})

describe('a request that cannot be read', () => {
  it('is refused with every unknown, repeated and malformed query parameter named', async () => {
    const { status, body } = await api.visitor.get('/exercises?level=9&colour=red&tag=a&tag=b')
    expect(status).toBe(400)
    expect(body.errors.map(({ parameter }: { parameter: string }) => parameter).sort()).toEqual([
      'colour',
      'level',
      'tag',
    ])
  })

  it('is refused when its Accept does not include JSON', async () => {
    expect((await api.visitor.get('/levels', { headers: { accept: 'text/html' } })).status).toBe(406)
  })

  it('is accepted when its Accept includes anything', async () => {
    expect((await api.visitor.get('/levels', { headers: { accept: 'text/html, */*;q=0.8' } })).status).toBe(200)
  })

  const patch = (body: string | Uint8Array<ArrayBuffer>, contentType = 'application/json') =>
    api.fetch('/me', {
      method: 'PATCH',
      headers: { authorization: `Bearer ${athlete.token}`, 'content-type': contentType },
      body,
    })

  it.each([
    ['malformed JSON', '{"name": ', 400, 'MALFORMED_REQUEST'],
    ['a key twice', '{"name": "A", "name": "B"}', 400, 'MALFORMED_REQUEST'],
    ['a key that would reach a prototype', '{"__proto__": {"admin": true}}', 400, 'MALFORMED_REQUEST'],
    ['a byte order mark', '\ufeff{"name": "A"}', 400, 'MALFORMED_REQUEST'],
    ['deep nesting', `{"name": ${'['.repeat(40)}${']'.repeat(40)}}`, 400, 'MALFORMED_REQUEST'],
    ['trailing garbage', '{"name": "A"} x', 400, 'MALFORMED_REQUEST'],
    ['NUL in text', '{"name": "A\\u0000B"}', 422, 'INVALID_INPUT'],
    ['an unpaired surrogate', '{"name": "A\\ud800"}', 422, 'INVALID_INPUT'],
    ['an unknown field', '{"nickname": "A"}', 422, 'INVALID_INPUT'],
    ['a field that the server owns', '{"id": "00000000-0000-0000-0000-000000000000"}', 422, 'INVALID_INPUT'],
  ])('is refused with %s', async (_, text, status, code) => {
    const response = await patch(text)
    const body = JSON.parse(await response.text())
    expect({ status: response.status, code: body.code }).toEqual({ status, code })
  })

  it('is refused with invalid UTF-8', async () => {
    expect((await patch(new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]))).status).toBe(400)
  })

  it('is refused with another media type', async () => {
    const other = await patch('{}', 'text/plain')
    expect([other.status, other.headers.get('accept-patch')]).toEqual([
      415,
      'application/merge-patch+json, application/json',
    ])
  })

  it('is refused with another charset', async () => {
    expect((await patch('{}', 'application/json; charset=iso-8859-1')).status).toBe(415)
  })

  it('is refused above 1 MiB, whatever its Content-Length says', async () => {
    expect((await patch(`{"name": "${'a'.repeat(1_100_000)}"}`)).status).toBe(413)
  })
})

describe('the index', () => {
  it('is at the address of the API, with and without a slash, for browsers too', async () => {
    const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
    const answers = await Promise.all(['', '/'].map((path) => api.fetch(path, { headers: { accept } })))
    const bodies = await Promise.all(answers.map((answer) => answer.text()))
    expect(bodies[1]).toBe(bodies[0])
    expect(JSON.parse(bodies[0] ?? '')).toMatchObject({ name: 'CalisthenIQ', links: { self: '/api/v1' } })
    expect(answers[0]?.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    expect(answers[0]?.headers.get('server-timing')).toContain('"0 round trips"')
  })

  it('answers HEAD without a body, and refuses who wants a page and nothing else', async () => {
    const head = await api.fetch('', { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(head.headers.get('etag')).toBe((await api.fetch('')).headers.get('etag'))
    expect((await api.fetch('', { headers: { accept: 'text/html' } })).status).toBe(406)
  })

  it('names addresses that the API serves', async () => {
    const { links } = (await api.visitor.get('')).body
    const paths = documentedOperations().map(({ http }) => http.path)
    const within = Object.values<string>(links).filter((link) => link.startsWith('/api/v1/'))
    expect(within.filter((link) => !paths.includes(link.slice('/api/v1'.length)))).toEqual([])
    expect(within.length).toBeGreaterThan(5)
  })

  it('links every operation that is read at one address', async () => {
    const { links } = (await api.visitor.get('')).body
    const read = operations.filter(({ http }) => http.method === 'GET' && !http.path.includes('{'))
    const linked = Object.values<string>(links)
    expect(read.map(({ http }) => `/api/v1${http.path}`).filter((path) => !linked.includes(path))).toEqual([])
    expect(links).toMatchObject({ meToday: '/api/v1/me/today', exercisesGraph: '/api/v1/exercises/graph' })
  })
})

describe('CORS', () => {
  it('does not allow an origin that is not configured', async () => {
    const response = await api.fetch('/levels', { headers: { origin: 'https://evil.example' } })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    expect(response.headers.get('vary')).toBe('Origin')
  })

  it('answers what a page of this machine asks, on any port, and refuses the preflight of another with the setting', async () => {
    const preflight = async (origin: string) => {
      const headers = { origin, 'access-control-request-method': 'PATCH' }
      const response = await api.fetch('/me', { method: 'OPTIONS', headers })
      return { status: response.status, allows: response.headers.get('access-control-allow-origin'), response }
    }
    const local = 'http://localhost:5173'
    expect(await preflight(local)).toMatchObject({ status: 204, allows: local })
    const refused = await preflight('https://evil.example')
    expect(refused).toMatchObject({ status: 403, allows: null })
    expect(await refused.response.json()).toMatchObject({
      code: 'ORIGIN_NOT_ALLOWED',
      detail: expect.stringContaining('CORS_ORIGINS'),
    })
    expect((await api.fetch('/me', { method: 'OPTIONS', headers: { origin: 'https://evil.example' } })).status).toBe(
      204,
    )
  })
})
