import { describe, expect, test } from 'vitest'
import type { Environment } from '#http/environment.js'
import { servedOperations } from '#http/openapi/operations.js'
import { serve } from '#http/serve.js'
import type { Platform } from '#http/trace.js'
import { parseConfig } from '#infrastructure/config/config.js'
import { tracingTo } from '#infrastructure/observability/tracing.js'
import { testApi } from '#tests/support/api.js'
import { testBaseUrl } from '#tests/support/tokens.js'
import { startCollector } from '#tests/support/trace-collector.js'

const api = await testApi()
const athlete = await api.athlete({ name: 'Ada Lovelace' })

/** Serves all requests of a test in one environment, as a deployment does. */
function serving(endpoint: string, environment: Partial<Environment> = {}) {
  const settings = { DATABASE_URL: api.db.url, AUTH_SECRET: 'x'.repeat(32), OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }
  const { tracing } = parseConfig(settings)
  if (!tracing) throw new Error('tracing is configured')
  const whole: Environment = { ...api.environment, tracing: tracingTo(tracing), ...environment }
  const handle = serve(servedOperations, () => whole)
  return (path: string, { headers = {}, ...init }: RequestInit = {}, platform: Platform = {}) =>
    handle(
      new Request(`${testBaseUrl}/api/v1${path}`, {
        ...init,
        headers: { authorization: `Bearer ${athlete.token}`, 'content-type': 'application/json', ...headers },
      }),
      platform,
    )
}

describe('a traced request', () => {
  test('is a server span with a child for each unit of work', async () => {
    const collector = await startCollector()
    const response = await serving(collector.url)('/me')
    expect(response.status).toBe(200)
    const [database, server] = [...collector.spans].sort((a, b) => b.kind - a.kind)
    expect(server).toMatchObject({ name: 'GET /api/v1/me', kind: 2, status: { code: 0 } })
    expect(server?.parentSpanId).toBeUndefined()
    expect(server?.attributes).toEqual({
      'http.request.method': 'GET',
      'http.route': '/api/v1/me',
      'http.response.status_code': 200,
      'calistheniq.operation': 'me.get',
      'calistheniq.request_id': response.headers.get('x-request-id'),
    })
    expect(database).toMatchObject({ kind: 3, parentSpanId: server?.spanId, traceId: server?.traceId })
    expect(database?.attributes['db.system.name']).toBe('postgresql')
    expect(database?.attributes['calistheniq.db.statements']).toContain('findProfile')
    expect(collector.spans).toHaveLength(2)
    expect(collector.services).toEqual(['calistheniq'])
  })

  test('spans its own time, with the unit of work inside', async () => {
    const collector = await startCollector()
    const before = BigInt(Date.now()) * 1_000_000n
    await serving(collector.url)('/me')
    const [database, server] = [...collector.spans].sort((a, b) => b.kind - a.kind)
    if (!database || !server) throw new Error('two spans are expected')
    expect(server.startTimeUnixNano).toBeGreaterThanOrEqual(before - 5_000_000n)
    expect(database.startTimeUnixNano).toBeGreaterThanOrEqual(server.startTimeUnixNano)
    expect(database.endTimeUnixNano).toBeLessThanOrEqual(server.endTimeUnixNano)
    expect(server.endTimeUnixNano).toBeLessThanOrEqual(BigInt(Date.now() + 5) * 1_000_000n)
  })

  test('continues the trace of its caller, which the log line names', async () => {
    const collector = await startCollector()
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
    await serving(collector.url)('/me', { headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-01` } })
    expect(collector.spans.map((span) => span.traceId)).toEqual([traceId, traceId])
    expect(collector.spans.find(({ kind }) => kind === 2)?.parentSpanId).toBe('00f067aa0ba902b7')
    expect(api.requests.at(-1)).toMatchObject({ traceId })
  })

  test('is not recorded when its caller does not record', async () => {
    const collector = await startCollector()
    await serving(collector.url)('/me', { headers: { traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-00` } })
    expect(collector.spans).toEqual([])
  })

  test('tells nothing about the caller or the input', async () => {
    const collector = await startCollector()
    const send = serving(collector.url)
    await send('/me', { method: 'PATCH', body: JSON.stringify({ name: 'Grace Hopper' }) })
    await send('/exercises?q=secret-search')
    expect(collector.spans.length).toBeGreaterThanOrEqual(4)
    for (const secret of ['Ada', 'Grace', 'secret-search', athlete.id, athlete.token, '@']) {
      expect(collector.said()).not.toContain(secret)
    }
  })

  test('is an error when the server fails, and none when it refuses the caller', async () => {
    const collector = await startCollector()
    const broken = { authenticate: () => Promise.reject(new Error('broken')) }
    expect((await serving(collector.url)('/me', { method: 'PUT' })).status).toBe(405)
    expect((await serving(collector.url)('/nowhere')).status).toBe(404)
    expect((await serving(collector.url, broken)('/me')).status).toBe(500)
    expect(collector.spans.map(({ name, status }) => [name, status.code])).toEqual([
      ['PUT', 0],
      ['GET', 0],
      ['GET /api/v1/me', 2],
    ])
  })
})

describe('sending a trace', () => {
  test('is done before the answer, or left to the platform when it can wait', async () => {
    const collector = await startCollector()
    const send = serving(collector.url)
    await send('/me')
    expect(collector.spans).toHaveLength(2)
    const waited: Promise<unknown>[] = []
    await send('/me', {}, { waitUntil: (work) => waited.push(work) })
    expect(waited).toHaveLength(1)
    await Promise.all(waited)
    expect(collector.spans).toHaveLength(4)
  })

  test.each([
    ['is dead', () => Promise.resolve('http://127.0.0.1:1')],
    ['never answers', async () => (await startCollector(() => undefined)).url],
    ['talks nonsense', async () => (await startCollector((response) => response.end('<html>?'))).url],
    ['fails', async () => (await startCollector((response) => response.writeHead(500).end())).url],
    ['refuses', async () => (await startCollector((response) => response.writeHead(401).end())).url],
  ])('to a collector that %s costs little time, and fails no request', async (_, start) => {
    const send = serving(await start())
    await send('/me')
    const startedAt = performance.now()
    const answers = await Promise.all(Array.from({ length: 10 }, () => send('/me')))
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
    expect(performance.now() - startedAt).toBeLessThan(2_500)
  })

  test('pauses after a failure, which is logged once', async () => {
    const before = api.failures.length
    const send = serving('http://127.0.0.1:1')
    for (let n = 0; n < 3; n += 1) await send('/me')
    expect(api.failures.slice(before)).toEqual([new Error('traces could not be sent')])
  })
})

test('a request is not traced without a collector', async () => {
  await athlete.get('/me')
  expect(api.requests.at(-1)).not.toHaveProperty('traceId')
})
