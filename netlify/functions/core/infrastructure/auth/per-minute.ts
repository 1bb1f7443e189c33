/**
 * Answers whether one more is allowed now: at most `max` within any minute that starts with an
 * allowed one.
 */
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
