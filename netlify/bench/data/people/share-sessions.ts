import type { Random } from '#infrastructure/demo/random.js'

/** The most sessions of one athlete in three years: about twelve a week. */
export const sessionsMax = 1_900

/** How far the many differ: the standard deviation of the logarithm of what they train. */
const spread = 1.1

/**
 * Shares sessions out among athletes as people are: a few train on most days for years, and most train
 * little. The shares add up to `total`, and are at least 1 and at most `sessionsMax`.
 *
 * @throws RangeError when the total cannot be shared so.
 */
export function shareSessions(total: number, athletes: number, random: Random): number[] {
  assertShareable(total, athletes)
  const zeal = Array.from({ length: athletes }, () => Math.exp(random.normal(spread)))
  const shares = scaled(zeal, scaleFor(zeal, total))
  let left = total - sum(shares)
  for (let index = 0; left > 0; index = (index + 1) % athletes) {
    const share = shares[index] ?? 0
    if (share === sessionsMax) continue
    shares[index] = share + 1
    left -= 1
  }
  return shares
}

/** @throws RangeError when so many sessions cannot be shared among so many athletes. */
export function assertShareable(total: number, athletes: number): void {
  if (total < athletes || total > athletes * sessionsMax)
    throw new RangeError(`${athletes} athletes cannot share ${total} sessions: each has 1 to ${sessionsMax}`)
}

/** Finds the largest scale whose shares do not exceed the total, by halving. */
function scaleFor(zeal: readonly number[], total: number): number {
  // at the highest everybody has the most, because nobody's zeal is below its least
  let [low, high] = [0, sessionsMax / Math.min(...zeal)]
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    if (sum(scaled(zeal, middle)) <= total) low = middle
    else high = middle
  }
  return low
}

function scaled(zeal: readonly number[], scale: number): number[] {
  return zeal.map((one) => Math.min(sessionsMax, 1 + Math.floor(one * scale)))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
