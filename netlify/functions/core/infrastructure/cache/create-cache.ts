import type { LibrarySettings } from '#infrastructure/config/library-settings.js'
import { type AnswerCache, answerCache } from './answer-cache.js'
import { memoryCache } from './memory-cache.js'
import { redisCache } from './redis-cache.js'

type Options = LibrarySettings & { readonly onOutage: (error: unknown) => void }

/**
 * Makes the cache of the public library: in Redis when configured, else in this process; null when
 * caching is off.
 */
export function createCache({ redisUrl, seconds, onOutage }: Options): AnswerCache | null {
  if (seconds === 0) return null
  const cache = redisUrl === null ? memoryCache() : redisCache({ url: redisUrl, seconds, onOutage })
  return answerCache(cache, { seconds })
}
