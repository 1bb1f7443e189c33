import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { afterAll, expect, onTestFinished, test, vi } from 'vitest'
import { parseLibraryConfig } from '#infrastructure/config/config.js'
import { testRedis } from '#tests/support/redis.js'
import { tellCaches } from './tell-caches.js'

// the library takes these before what it is given
for (const name of ['NETLIFY_PURGE_API_TOKEN', 'NETLIFY_LOCAL', 'SITE_ID']) vi.stubEnv(name, undefined)

const redis = await testRedis()
afterAll(() => redis?.close())

const site = { SITE_ID: 'a-site', NETLIFY_AUTH_TOKEN: 'a-token', LIBRARY_CACHE_SECONDS: '0' }

async function told(
  env: Record<string, string>,
  { changes = 3, ...options }: Partial<Parameters<typeof tellCaches>[0]> = {},
) {
  const lines: string[] = []
  await tellCaches({ settings: parseLibraryConfig(env), changes, log: (line) => lines.push(line), ...options })
  return lines
}

/** Stands for Netlify's API; what it was asked. */
async function netlify(answer: (response: ServerResponse) => unknown) {
  const asked: { path: string | undefined; authorization: string | undefined; body: unknown }[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { url: path, headers } = request
    asked.push({ path, authorization: headers.authorization, body: JSON.parse(Buffer.concat(chunks).toString()) })
    answer(response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return { asked, apiUrl: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` }
}

const purged = (response: ServerResponse) => response.writeHead(202).end()

test('tellCaches says which settings are missing, and how long old answers stay', async () => {
  expect(await told({})).toEqual([
    '· Redis not told: REDIS_URL is not set; processes forget within 60 s',
    '· CDN not purged: NETLIFY_SITE_ID is not set',
  ])
  expect((await told({ SITE_ID: 'a-site' }))[1]).toBe('· CDN not purged: NETLIFY_AUTH_TOKEN is not set')
})

test('tellCaches purges the library of the site from the CDN, once', async () => {
  const { asked, apiUrl } = await netlify(purged)
  expect(await told(site, { netlify: { apiUrl } })).toContain('✓ CDN purged')
  expect(asked).toEqual([
    { path: '/api/v1/purge', authorization: 'Bearer a-token', body: { cache_tags: ['library'], site_id: 'a-site' } },
  ])
})

test('tellCaches does nothing when nothing changed', async () => {
  const { asked, apiUrl } = await netlify(purged)
  expect(await told(site, { changes: 0, netlify: { apiUrl } })).toEqual([])
  expect(asked).toEqual([])
})

test.for([
  ['refuses', (response: ServerResponse) => response.writeHead(401).end(), '401'],
  ['hangs up', (response: ServerResponse) => response.destroy(), 'fetch failed'],
  ['says nothing', () => undefined, 'did not answer within 200 ms'],
] as const)("tellCaches warns with the remedy when Netlify's API %s", async ([, answer, reason]) => {
  const { apiUrl } = await netlify(answer)
  const [, line] = await told(site, { netlify: { apiUrl, msMax: 200 } })
  expect(line).toMatch(/^✗ CDN not purged: .*Purge the tag "library"/)
  expect(line).toContain(reason)
})

test('tellCaches waits for processes with old answers before it purges the CDN, except before a deployment', async () => {
  const { asked, apiUrl } = await netlify(purged)
  const waited: string[] = []
  const wait = async (seconds: number) => {
    waited.push(`${seconds} s, ${asked.length} purges before`)
  }
  await told({ ...site, LIBRARY_CACHE_SECONDS: '60' }, { netlify: { apiUrl }, wait })
  await told({ ...site, LIBRARY_CACHE_SECONDS: '60' }, { netlify: { apiUrl }, wait, isDeploying: true })
  expect({ waited, purges: asked.length }).toEqual({ waited: ['70 s, 0 purges before'], purges: 2 })
})

test.skipIf(!redis)('tellCaches begins a generation in Redis, and does not wait', async () => {
  const env = { ...site, LIBRARY_CACHE_SECONDS: '3600', REDIS_URL: redis?.url ?? '' }
  const { apiUrl } = await netlify(purged)
  const lines = await told(env, { prefix: redis?.prefix ?? '', netlify: { apiUrl } })
  expect(lines).toEqual(['✓ Redis told', '✓ CDN purged'])
  expect(await redis?.client.get(`${redis.prefix}generation`)).toMatch(/^[0-9a-f-]{36}$/)
})

test('tellCaches warns when Redis cannot be reached', async () => {
  const [line] = await told({ REDIS_URL: 'redis://:secret@127.0.0.1:1' })
  expect(line).toMatch(/^✗ Redis not told: .*ECONNREFUSED.*up to 60 s/)
  expect(line).not.toContain('secret')
})
