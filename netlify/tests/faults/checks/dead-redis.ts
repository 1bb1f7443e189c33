import assert from 'node:assert/strict'
import { createClient } from '@redis/client'
import { freePort, hasRedisServer, type RedisServer, startRedisServer } from '#tests/support/redis-server.js'
import { type FaultCheck, NotRun } from '../fault-check.js'
import type { FaultContext } from '../support/context.js'
import { openApi } from '../support/fault-api.js'
import { sleep, until } from '../support/time.js'
import { type CachedApi, readLibrary, withRedis } from './dead-redis/cached-library.js'
import { mannersOf, startFalseRedis } from './dead-redis/false-redis.js'
import { poisonsOf } from './dead-redis/poison.js'

type With = (url: string) => CachedApi

/** Connecting may take half a second, a command a fifth, and the machine is busy. */
const answerMsMax = 3_000

/** For each request: many times less than each would take if it waited for Redis. */
const meanMsMax = 100

/**
 * No Redis at all, or something else in its place: the library is served, and hardly anybody waits.
 */
async function served(open: With, url: string, what: string, times: number): Promise<number> {
  const api = open(url)
  const { slowest, all } = await api.expectAll(times)
  const took = `${what}: ${Math.round(slowest)} ms at most, ${Math.round(all / times / 6)} ms in the mean`
  assert.ok(slowest < answerMsMax, took)
  assert.ok(all < answerMsMax + times * 6 * meanMsMax, took)
  assert.ok(api.warnings.length <= 1, `${what}: ${api.warnings.length} warnings`)
  return slowest
}

/** Values of other types, and values of other makers. */
async function poisoned(context: FaultContext, open: With, { url }: RedisServer): Promise<number> {
  const client = createClient({ url })
  client.on('error', () => undefined)
  await client.connect()
  context.onEnd(async () => client.destroy())
  const api = open(url)
  await api.expectAll(1)
  const keys = (await client.keys('calistheniq:library:*:*')).sort()
  assert.equal(keys.length, 6, 'every answer is kept')
  const sealed = await Promise.all(keys.map(async (key) => poisonsOf((await client.get(key)) ?? '')))
  const each = context.full ? 1 : 6
  let tried = 0
  for (let n = context.seed % each; n < (sealed[0]?.length ?? 0); n += each) {
    await Promise.all(keys.map((key, at) => client.set(key, sealed[at]?.[n] ?? '')))
    await api.expectAll(1)
    tried += keys.length
  }
  for (const key of [...keys, 'calistheniq:library:generation']) {
    await client.del(key)
    await client.hSet(key, 'field', 'value')
    tried += 1
  }
  await api.expectAll(2)
  return tried
}

/**
 * Redis dies outright while the library is read, and comes back: every answer is right, and answers
 * are kept again.
 */
async function killed(context: FaultContext, open: With, server: RedisServer): Promise<number> {
  const api = open(server.url)
  let [asked, stopping] = [0, false]
  const read = async () => {
    for (; !stopping; asked += 1) await api.expectAnswer(['/levels', '/categories'][asked % 2] ?? '')
  }
  const reading = Promise.all(Array.from({ length: 4 }, read))
  reading.catch(() => undefined)
  const isKept = async () => (await api.expectAnswer('/exercises/pull-up')) === 0
  for (let kill = 0; kill < (context.full ? 3 : 1); kill += 1) {
    await until('answers are kept', isKept)
    await server.kill()
    const before = asked
    await until('the library is read without Redis', () => asked > before + 20)
    await sleep(300)
    await server.restart()
    await until('answers are kept again', isKept, 20_000)
  }
  stopping = true
  await reading
  return asked
}

/** What needs a real Redis. */
async function withServer(context: FaultContext, open: With): Promise<string> {
  if (!hasRedisServer()) throw new NotRun('there is no redis-server; only what stands in its place was tried')
  const server = await startRedisServer()
  context.onEnd(() => server.kill())
  const poisons = await poisoned(context, open, server)
  const asked = await killed(context, open, server)
  return `${poisons} poisoned values, ${asked} answers while Redis was killed`
}

/** Redis is not there, is slow, or says what it should not. */
export const deadRedis: FaultCheck = {
  name: 'Redis down, slow, or talking nonsense: the library is served all the same, with latency bounded',
  run: async (context) => {
    const api = await openApi(context, { url: await context.makeDatabase() })
    const library = await readLibrary(api)
    const open: With = (url) => withRedis(context, api, library, url)
    const times = context.full ? 20 : 2
    const slowest = [await served(open, `redis://127.0.0.1:${await freePort()}`, 'nobody listens', times)]
    for (const [what, manners] of mannersOf(context.random)) {
      slowest.push(await served(open, await startFalseRedis(context, manners), what, times))
    }
    const real = await withServer(context, open)
    return `${slowest.length} ways to be no Redis, ${Math.round(Math.max(...slowest))} ms at most; ${real}`
  },
}
