/** A cached text, and the generation of the library that it belongs to. */
export type Found = {
  /** Null when nothing usable is cached. */
  readonly text: string | null
  /**
   * The current generation of the library; null when it is unknown, and then nothing may be cached.
   */
  readonly generation: string | null
}

/** How to cache what is read next. */
export type Keeping = {
  /**
   * The generation found before the text was read: a text of an earlier generation is never found
   * in a later one.
   */
  readonly generation: string
  readonly seconds: number
}

/** Caches texts for a while, and may drop any of them at any time. `get` and `set` never fail. */
export type Cache = {
  readonly get: (key: string) => Promise<Found>
  readonly set: (key: string, text: string, keeping: Keeping) => Promise<void>
  readonly close: () => Promise<void>
}
