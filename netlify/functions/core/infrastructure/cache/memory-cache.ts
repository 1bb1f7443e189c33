import type { Cache } from './cache.js'

type Options = {
  readonly entriesMax?: number
  /** Bytes of all keys and texts together. */
  readonly bytesMax?: number
  readonly now?: () => number
}

type Entry = { readonly text: string; readonly bytes: number; readonly goodUntil: number }

/** A larger share of the room would displace too many other texts. */
const shareMax = 1 / 8

/**
 * Caches texts in this process, and drops the least recently used first. No other process can
 * change them.
 */
export function memoryCache({ entriesMax = 500, bytesMax = 8_000_000, now = Date.now }: Options = {}): Cache {
  const entries = new Map<string, Entry>()
  let bytes = 0
  const drop = (key: string) => {
    bytes -= entries.get(key)?.bytes ?? 0
    entries.delete(key)
  }
  const put = (key: string, entry: Entry) => {
    drop(key)
    // a map keeps the order of insertion, so its first key is the least recently used
    entries.set(key, entry)
    bytes += entry.bytes
    for (const oldest of entries.keys()) {
      if (entries.size <= entriesMax && bytes <= bytesMax) break
      drop(oldest)
    }
  }
  const find = (key: string): string | null => {
    const entry = entries.get(key)
    if (!entry) return null
    if (entry.goodUntil <= now()) drop(key)
    else put(key, entry)
    return entry.goodUntil <= now() ? null : entry.text
  }
  return {
    get: async (key) => ({ text: find(key), generation: 'process' }),
    set: async (key, text, { seconds }) => {
      const size = sizeOf(key) + sizeOf(text)
      if (size <= bytesMax * shareMax) put(key, { text, bytes: size, goodUntil: now() + seconds * 1000 })
    },
    close: async () => entries.clear(),
  }
}

/** Tells the size in bytes: a string takes up to two for each unit. */
function sizeOf(text: string): number {
  return text.length * 2
}
