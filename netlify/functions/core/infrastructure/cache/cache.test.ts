import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testRedis } from '#tests/support/redis.js'
import type { Cache } from './cache.js'
import { memoryCache } from './memory-cache.js'
import { beginGeneration, redisCache } from './redis-cache.js'

const redis = await testRedis()
const missing = redis === null
const { url, prefix } = redis ?? { url: 'redis://127.0.0.1:1', prefix: '' }

afterAll(() => redis?.close())

type Made = { readonly cache: Cache; readonly pass: (milliseconds: number) => void }
type Make = () => Made

const adapters: readonly (readonly [string, Make, boolean])[] = [
  ['in this process', () => clocked((now) => memoryCache({ now })), false],
  [
    missing ? 'in Redis (neither redis-server nor a Redis is here)' : 'in Redis',
    () => clocked((now) => redisCache({ url, prefix, seconds: 60, now })),
    missing,
  ],
]

function clocked(make: (now: () => number) => Cache): Made {
  let passed = 0
  return {
    cache: make(() => Date.now() + passed),
    pass: (milliseconds) => {
      passed += milliseconds
    },
  }
}

describe.for(adapters)('a cache %s', ([, make, isMissing]) => {
  const { cache, pass } = make()
  const keep = async (key: string, text: string) => {
    const { generation } = await cache.get(key)
    await cache.set(key, text, { generation: generation ?? '', seconds: 60 })
  }

  beforeAll(() => () => cache.close())

  test.skipIf(isMissing)('gives back a text', async () => {
    await keep('a', 'the "text"\n of ä and 𝄞')
    expect(await cache.get('a')).toMatchObject({ text: 'the "text"\n of ä and 𝄞', generation: expect.any(String) })
  })

  test.skipIf(isMissing)('gives null and the generation for an unused key', async () => {
    expect(await cache.get('unused')).toEqual({ text: null, generation: expect.any(String) })
  })

  test.skipIf(isMissing)('gives the later of two texts under one key', async () => {
    await keep('b', 'earlier')
    await keep('b', 'later')
    expect(await cache.get('b')).toMatchObject({ text: 'later' })
  })

  test.skipIf(isMissing)('keeps keys apart', async () => {
    await keep('c', 'one')
    await keep('d', 'other')
    expect(await cache.get('c')).toMatchObject({ text: 'one' })
  })

  test.skipIf(isMissing)('does not keep a text that is too large', async () => {
    await keep('e', 'x'.repeat(1_000_000))
    expect(await cache.get('e')).toMatchObject({ text: null })
  })

  test.skipIf(isMissing)('forgets a text after its time to live', async () => {
    await keep('f', 'soon gone')
    pass(59_000)
    expect(await cache.get('f')).toMatchObject({ text: 'soon gone' })
    pass(2_000)
    expect(await cache.get('f')).toMatchObject({ text: null })
  })
})

describe('a generation in Redis', () => {
  const open = () => redisCache({ url, prefix, seconds: 60 })

  test.skipIf(missing)('ends what was kept before it, in every process', async () => {
    const [one, other] = [open(), open()]
    const { generation } = await one.get('g')
    await one.set('g', 'old', { generation: generation ?? '', seconds: 60 })
    expect(await other.get('g')).toMatchObject({ text: 'old' })
    expect(await beginGeneration({ url, prefix })).toBeNull()
    expect(await one.get('g')).toMatchObject({ text: null, generation: expect.not.stringContaining(generation ?? '') })
    expect(await other.get('g')).toMatchObject({ text: null })
    await Promise.all([one.close(), other.close()])
  })

  test.skipIf(missing)('does not contain what was read before it began', async () => {
    const cache = open()
    const { generation } = await cache.get('h')
    await beginGeneration({ url, prefix })
    await cache.set('h', 'read before', { generation: generation ?? '', seconds: 60 })
    expect(await cache.get('h')).toMatchObject({ text: null })
    await cache.close()
  })

  test.skipIf(missing)('is not revived when Redis has forgotten it', async () => {
    const cache = open()
    await beginGeneration({ url, prefix })
    const { generation } = await cache.get('i')
    await cache.set('i', 'kept', { generation: generation ?? '', seconds: 60 })
    await redis?.client.del(`${prefix}generation`)
    expect(await cache.get('i')).toMatchObject({ text: null })
    await beginGeneration({ url, prefix })
    expect(await cache.get('i')).toMatchObject({ text: null })
    await cache.close()
  })

  test('cannot begin without Redis, and says why', async () => {
    expect(await beginGeneration({ url: 'redis://127.0.0.1:1' })).toContain('ECONNREFUSED')
  })
})

test.skipIf(missing)('every key in Redis except the generation has a time to live', async () => {
  const cache = redisCache({ url, prefix, seconds: 60 })
  await cache.set('j', 'text', { generation: (await cache.get('j')).generation ?? '', seconds: 60 })
  expect(await redis?.client.ttl(`${prefix}j`)).toBeGreaterThan(0)
  await cache.close()
})
