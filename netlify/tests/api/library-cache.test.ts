import { afterAll, expect, test } from 'vitest'
import { servedOperations } from '#http/openapi/operations.js'
import { serve } from '#http/serve.js'
import { type AnswerCache, answerCache } from '#infrastructure/cache/answer-cache.js'
import { memoryCache } from '#infrastructure/cache/memory-cache.js'
import { redisCache } from '#infrastructure/cache/redis-cache.js'
import { testApi } from '#tests/support/api.js'
import { testRedis } from '#tests/support/redis.js'
import { testBaseUrl } from '#tests/support/tokens.js'

const redis = await testRedis()
afterAll(() => redis?.close())
const api = await testApi()

const seconds = 60
const caches: readonly (readonly [string, () => AnswerCache, boolean])[] = [
  ['in this process', () => answerCache(memoryCache(), { seconds }), true],
  [
    redis ? 'in Redis' : 'in Redis (neither redis-server nor a Redis is here)',
    () => answerCache(redisCache({ url: redis?.url ?? '', prefix: redis?.prefix ?? '', seconds }), { seconds }),
    redis !== null,
  ],
]

/** Serves the API with a cache, and returns all of an answer that a client may rely on. */
function served(cache: AnswerCache) {
  afterAll(() => cache.close())
  const handle = serve(servedOperations, () => ({ ...api.environment, cache }))
  return async (path: string, headers: Record<string, string> = {}) => {
    const response = await handle(new Request(`${testBaseUrl}/api/v1${path}`, { headers }))
    const changing = ['x-request-id', 'server-timing', 'traceparent']
    const kept = [...response.headers].filter(([name]) => !changing.includes(name))
    const trips = /desc="(\d+) round trip/.exec(response.headers.get('server-timing') ?? '')?.[1]
    return { status: response.status, headers: kept, text: await response.text(), trips: Number(trips) }
  }
}

const paths = [
  '/levels',
  '/categories',
  '/exercises?limit=3&sort=-name&q=push',
  '/exercises?limit=500&fields=slug,name',
  '/exercises/graph',
  '/exercises/pull-up',
  '/exercises/pull-up/progressions',
]

for (const [where, make, isHere] of caches) {
  test.skipIf(!isHere).for(paths)(
    `%s is answered ${where} byte for byte as without a cache, in no round trip`,
    async (path) => {
      const without = await served({
        answer: async ({ read, write }) => write((await read()).output),
        close: async () => undefined,
      })(path)
      const get = served(make())
      const [first, second] = [await get(path), await get(path)]
      expect(without).toMatchObject({ status: 200, trips: 1 })
      expect(first).toEqual(without)
      expect(second).toEqual({ ...without, trips: 0 })
    },
  )
}

test.for([...paths, '/vocabularies', '/openapi.json'])(
  '%s is known without a round trip for as long as it is kept, and by one afterwards',
  async (path) => {
    let passed = 0
    const get = served(answerCache(memoryCache({ now: () => Date.now() + passed }), { seconds }))
    const first = await get(path)
    const etag = new Map(first.headers).get('etag') ?? ''
    const known = { status: 304, text: '' }
    expect(await get(path, { 'if-none-match': etag })).toMatchObject({ ...known, trips: 0 })
    passed = (seconds - 1) * 1000
    expect(await get(path, { 'if-none-match': etag })).toMatchObject({ ...known, trips: 0 })
    passed = (seconds + 1) * 1000
    // what is made from code alone never asks the database
    expect(await get(path, { 'if-none-match': etag })).toMatchObject({ ...known, trips: first.trips })
    expect(await get(path, { 'if-none-match': '"another"' })).toMatchObject({ status: 200, text: first.text, trips: 0 })
  },
)

test('the cache takes the same parameters in another order as the same question', async () => {
  const get = served(answerCache(memoryCache(), { seconds }))
  await get('/exercises?limit=3&sort=name')
  expect(await get('/exercises?sort=name&limit=3')).toMatchObject({ trips: 0 })
  expect(await get('/exercises?sort=name&limit=4')).toMatchObject({ trips: 1 })
})

test('a cursor from a cached page opens the next page', async () => {
  const get = served(answerCache(memoryCache(), { seconds }))
  await get('/exercises?limit=3')
  const page = JSON.parse((await get('/exercises?limit=3')).text)
  const next = await get(`/exercises?limit=3&cursor=${encodeURIComponent(page.page.nextCursor)}`)
  expect(next.status).toBe(200)
  expect(JSON.parse(next.text).data[0].slug).not.toBe(page.data[0].slug)
})

test('the cache does not keep a refusal', async () => {
  const get = served(answerCache(memoryCache(), { seconds }))
  await get('/exercises/no-such-exercise')
  expect(await get('/exercises/no-such-exercise')).toMatchObject({ status: 404, trips: 1 })
})

test('20 equal requests at once cost one round trip in all', async () => {
  const get = served(answerCache(memoryCache(), { seconds }))
  const answers = await Promise.all(Array.from({ length: 20 }, () => get('/exercises?limit=5')))
  expect(answers.reduce((sum, { trips }) => sum + trips, 0)).toBe(1)
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
})

test('the cache is not asked for anything that belongs to a person', async () => {
  const asked: string[] = []
  const cache: AnswerCache = {
    answer: async ({ key, read, write }) => {
      asked.push(key)
      return write((await read()).output)
    },
    close: async () => undefined,
  }
  const { token } = await api.athlete()
  const get = served(cache)
  for (const path of ['/me', '/me/exercises', '/health/live', '/health/ready', '/goals']) {
    expect(await get(path, { authorization: `Bearer ${token}` }), path).toMatchObject({ status: expect.any(Number) })
  }
  await get('/levels', { authorization: `Bearer ${token}` })
  expect(asked).toEqual([expect.stringMatching(/^levels\.list:/)])
})

test.skipIf(!redis).for([
  ['no envelope', 'nonsense'],
  ['an answer of another shape', null],
] as const)('%s in Redis is ignored and replaced by what the database has', async ([, value]) => {
  const get = served(caches[1]?.[1]() as AnswerCache)
  const before = await get('/categories')
  const key = (await redis?.client.keys(`${redis.prefix}categories.list:*`))?.[0] ?? ''
  const stored = JSON.parse((await redis?.client.get(key)) ?? '{}')
  await redis?.client.set(key, value ?? JSON.stringify({ ...stored, text: '{"data":[{"evil":true}],"page":7}' }))
  expect(await get('/categories')).toEqual({ ...before, trips: 1 })
  expect(await get('/categories')).toEqual({ ...before, trips: 0 })
})

test.skipIf(!redis)('deployments with different secrets do not share answers in one Redis', async () => {
  const cache = caches[1]?.[1]() as AnswerCache
  await served(cache)('/exercises?limit=2')
  const { config } = api.environment
  const other = { ...config, auth: { ...config.auth, secret: 'another secret that is long enough too' } }
  const handle = serve(servedOperations, () => ({ ...api.environment, config: other, cache }))
  const answered = await handle(new Request(`${testBaseUrl}/api/v1/exercises?limit=2`))
  expect(answered.headers.get('server-timing')).toContain('1 round trip')
})
