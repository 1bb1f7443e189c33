import { randomUUID } from 'node:crypto'
import type { Environment } from '#http/environment.js'
import { serve } from '#http/serve.js'
import { answerCache } from '#infrastructure/cache/answer-cache.js'
import type { Cache } from '#infrastructure/cache/cache.js'
import { memoryCache } from '#infrastructure/cache/memory-cache.js'
import { redisCache } from '#infrastructure/cache/redis-cache.js'
import { exerciseOperations } from '#orchestration/library/operations.js'
import { testEnvironment } from '#tests/support/environment.js'

const [concurrency, roundMs, rounds, seconds] = [8, 1_000, 5, 60]

/**
 * Measures requests per second for pages of the library: uncached, cached in Redis, cached in the
 * process. The three take turns, so that all have the same machine.
 */
async function bench(): Promise<void> {
  const environment = testEnvironment(process.env, { validateAnswers: false })
  const url = environment.config.library.redisUrl ?? 'redis://127.0.0.1:6379'
  const redis = redisCache({ url, prefix: `bench-${randomUUID()}:`, seconds })
  const caches: readonly (readonly [string, Cache | null])[] = [
    ['uncached', null],
    ['Redis', redis],
    ['in process', memoryCache()],
  ]
  const served = caches.map(([name, cache]) => ({
    name,
    handle: handler(environment, cache),
    perSecond: [] as number[],
  }))
  for (let round = 0; round <= rounds; round += 1)
    for (const { handle, perSecond } of served) {
      const measured = await requestsPerSecond(handle)
      // the first round only warms everything up
      if (round > 0) perSecond.push(measured)
    }
  const medians = served.map(({ name, perSecond }) => ({ name, median: medianOf(perSecond) }))
  const base = medians[0]?.median ?? 0
  for (const { name, median } of medians) {
    console.log(`${name}: ${Math.round(median)} requests/s, ${(median / base).toFixed(1)} x uncached`)
  }
  await Promise.all([redis.close(), environment.database.close()])
}

function handler(environment: Environment, cache: Cache | null) {
  const cached = cache ? { ...environment, cache: answerCache(cache, { seconds }) } : environment
  return serve(exerciseOperations, () => cached)
}

async function requestsPerSecond(handle: ReturnType<typeof serve>): Promise<number> {
  const end = performance.now() + roundMs
  let answered = 0
  // each request asks for another page, so that none shares the read of another
  const ask = async (_: unknown, at: number) => {
    const url = `http://localhost/api/v1/exercises?limit=${20 + at}`
    for (; performance.now() < end; answered += 1) {
      const response = await handle(new Request(url))
      if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`)
      await response.text()
    }
  }
  await Promise.all(Array.from({ length: concurrency }, ask))
  return (answered * 1000) / roundMs
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

await bench()
