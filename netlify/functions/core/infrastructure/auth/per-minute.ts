/** Makes a limiter that allows at most `max` calls within any minute. */
export function perMinute(max: number, clock: () => number): () => boolean {
  let startedAt = Number.NEGATIVE_INFINITY
  let count = 0
  return () => {
    if (clock() - startedAt >= 60_000) {
      startedAt = clock()
      count = 0
    }
    count += 1
    return count <= max
  }
}
