import { idsFrom, type NewId } from '#domain/values/id.schema.js'

/** A source of randomness that can be repeated: the same seed gives the same draws. */
export type Random = {
  /** From 0 up to, but not including, 1. */
  readonly next: () => number
  readonly chance: (probability: number) => boolean
  readonly between: (low: number, high: number) => number
  /** Draws around 0 with the given standard deviation. */
  readonly normal: (deviation: number) => number
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item
  /** Mints UUIDs of version 4. */
  readonly newId: NewId
}

/** Draws with the generator mulberry32, which is small, and good enough for demo data. */
export function randomFrom(seed: string): Random {
  let state = hash(seed)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    chance: (probability) => next() < probability,
    between: (low, high) => low + (high - low) * next(),
    // the Box-Muller transform
    normal: (deviation) => deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
    newId: idsFrom(() => uuid(next)),
  }
}

/** Hashes a text with FNV-1a, 32 bits. */
function hash(text: string): number {
  return [...text].reduce((code, letter) => Math.imul(code ^ (letter.codePointAt(0) ?? 0), 0x01000193), 0x811c9dc5)
}

function uuid(next: () => number): string {
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replaceAll('x', () => Math.floor(next() * 16).toString(16))
}
