import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { Cache } from './cache.js'
import { open, seal } from './envelope.js'
import { type LinkOptions, redisLink } from './redis-link.js'

export type RedisCacheOptions = LinkOptions & {
  /** The prefix of every key; a test passes its own. */
  readonly prefix?: string
  /** How old a text may be, in seconds. */
  readonly seconds: number
  readonly now?: () => number
}

const defaultPrefix = 'calistheniq:library:'

const generationKey = (prefix: string) => `${prefix}generation`

/** The generation before one was ever written. */
const firstGeneration = 'first'

const Pair = z.tuple([z.string().nullable(), z.string().nullable()])

/** UTF-16 units of the longest text worth sending. */
const lengthMax = 500_000

/**
 * Caches texts in Redis for all processes. The generation comes with the text in one round trip, so
 * the next request sees a change of the library. A failing Redis counts as an empty cache.
 */
export function redisCache({ prefix = defaultPrefix, seconds, now = Date.now, ...options }: RedisCacheOptions): Cache {
  const link = redisLink(options)
  return {
    get: async (key) => {
      const keys = [generationKey(prefix), prefix + key]
      const pair = await link.ask(async (client) => Pair.parse(await client.mGet(keys)))
      if (!pair) return { text: null, generation: null }
      const generation = pair[0] ?? firstGeneration
      return { text: open(pair[1], { key, generation, now: now(), seconds }), generation }
    },
    set: async (key, text, keeping) => {
      if (text.length > lengthMax) return
      const sealed = seal({ key, generation: keeping.generation, storedAt: now(), text })
      await link.ask(async (client) =>
        z.literal('OK').parse(await client.set(prefix + key, sealed, { EX: keeping.seconds })),
      )
    },
    close: async () => link.close(),
  }
}

/**
 * Begins a generation of the library, which makes everything cached before unusable. Its name is
 * random: a counter that Redis has lost would return to numbers that cached texts still carry.
 *
 * @returns null when it is done, else why it is not.
 */
export async function beginGeneration({
  url,
  prefix = defaultPrefix,
}: LinkOptions & { prefix?: string }): Promise<string | null> {
  let reason = 'Redis does not answer'
  const times = { connectMsMax: 5_000, commandMsMax: 5_000 }
  const onOutage = (error: unknown) => {
    reason = error instanceof Error ? error.message : reason
  }
  const link = redisLink({ url, times, onOutage })
  try {
    const write = link.ask(async (client) =>
      z.literal('OK').parse(await client.set(generationKey(prefix), randomUUID())),
    )
    return (await write) ? null : reason
  } finally {
    link.close()
  }
}
