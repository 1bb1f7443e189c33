import type { Cache } from './cache.js'

type Options = {
  readonly entriesMax?: number
  /** Of all keys and texts together. */
  readonly bytesMax?: number
  readonly now?: () => number
}

type Entry = { readonly text: string; readonly bytes: number; readonly goodUntil: number }

/** A text that takes more than this share of the room would drive out too many others. */
const shareMax = 1 / 8

/**
 * Keeps texts in this process; what was not asked for longest goes first. No other process can
 * change what it keeps.
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
    // a map remembers in which order keys came, so the first is the one that was not used for
    // longest
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
    shared: false,
    get: async (key) => ({ text: find(key), generation: 'process' }),
    set: async (key, text, { seconds }) => {
      const size = sizeOf(key) + sizeOf(text)
      if (size <= bytesMax * shareMax) put(key, { text, bytes: size, goodUntil: now() + seconds * 1000 })
    },
    close: async () => entries.clear(),
  }
}

/** In bytes: a string takes up to two for each unit. */
function sizeOf(text: string): number {
  return text.length * 2
}
