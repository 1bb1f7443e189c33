/** What was kept under a key, and as of when the library stood. */
export type Found = {
  /** Null where nothing is kept that may be used. */
  readonly text: string | null
  /**
   * The generation of the library at this moment; null where it cannot be known, and then nothing
   * is to be kept.
   */
  readonly generation: string | null
}

/** How what is read meanwhile is kept. */
export type Keeping = {
  /**
   * The one that was found before the text was read: a text of an earlier generation is never found
   * in a later one.
   */
  readonly generation: string
  readonly seconds: number
}

/**
 * Keeps texts for a while, and may forget any of them at any time. Neither `get` nor `set` ever
 * fails.
 */
export type Cache = {
  /** Whether others write into it too, so that whoever takes a text out has to look at it. */
  readonly shared: boolean
  readonly get: (key: string) => Promise<Found>
  readonly set: (key: string, text: string, keeping: Keeping) => Promise<void>
  readonly close: () => Promise<void>
}
