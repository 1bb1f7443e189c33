/** Keeps what GET answered, to ask with `If-None-Match` next time, and to be answered in a few bytes. */
export type EtagStore = {
  get(url: string): Kept | undefined
  set(url: string, kept: Kept): void
  /** Forgets everything: another person may be signed in now. */
  clear(): void
}

type Kept = { readonly etag: string; readonly body: unknown }

/** Keeps the last `max` answers in memory. */
export function memoryEtags(max = 50): EtagStore {
  const kept = new Map<string, Kept>()
  return {
    get: (url) => kept.get(url),
    set: (url, answer) => {
      kept.delete(url)
      kept.set(url, answer)
      for (const oldest of kept.keys()) {
        if (kept.size <= max) break
        kept.delete(oldest)
      }
    },
    clear: () => kept.clear(),
  }
}
