import assert from 'node:assert/strict'
import { servedOperations } from '#http/openapi/operations.js'
import { serve } from '#http/serve.js'
import { answerCache } from '#infrastructure/cache/answer-cache.js'
import { redisCache } from '#infrastructure/cache/redis-cache.js'
import type { FaultContext } from '#tests/faults/support/context.js'
import type { FaultApi } from '#tests/faults/support/fault-api.js'
import { timed } from '#tests/faults/support/time.js'
import { testBaseUrl } from '#tests/support/tokens.js'

/** The requests for the library, with their answers without a cache. */
export type Library = ReadonlyMap<string, string>

export const keptSeconds = 600

/** The API with a cache in some Redis. */
export type CachedApi = {
  /** Fails unless the answer is the library's; how many round trips to the database it took. */
  readonly expectAnswer: (path: string) => Promise<number>
  /**
   * Sends every request in turn, this many times. Returns the milliseconds of the slowest one and
   * of all together.
   */
  readonly expectAll: (times: number) => Promise<{ slowest: number; all: number }>
  /** Warnings so far. */
  readonly warnings: unknown[]
}

const paths = [
  '/levels',
  '/categories',
  '/exercises?limit=5',
  '/exercises?limit=10&sort=name',
  '/exercises/pull-up',
  '/exercises/pull-up/progressions',
]

export async function readLibrary({ send }: FaultApi): Promise<Library> {
  const texts = await Promise.all(paths.map(async (path) => [path, await (await send(path)).text()] as const))
  return new Map(texts)
}

export function withRedis(context: FaultContext, api: FaultApi, library: Library, url: string): CachedApi {
  const warnings: unknown[] = []
  const onOutage = (error: unknown) => warnings.push(error)
  const cache = answerCache(redisCache({ url, seconds: keptSeconds, onOutage }), { seconds: keptSeconds })
  context.onEnd(() => cache.close())
  const handle = serve(servedOperations, () => ({ ...api.environment, cache }))
  const expectAnswer = async (path: string) => {
    const response = await handle(new Request(`${testBaseUrl}/api/v1${path}`))
    assert.equal(response.status, 200, `${path}: ${api.failures.at(-1)}`)
    assert.equal(await response.text(), library.get(path), path)
    return Number(/desc="(\d+) round/.exec(response.headers.get('server-timing') ?? '')?.[1])
  }
  const expectAll = async (times: number) => {
    const each: number[] = []
    for (let n = 0; n < times; n += 1)
      for (const path of library.keys()) each.push((await timed(() => expectAnswer(path))).ms)
    return { slowest: Math.max(...each), all: each.reduce((sum, ms) => sum + ms, 0) }
  }
  return { expectAnswer, expectAll, warnings }
}
