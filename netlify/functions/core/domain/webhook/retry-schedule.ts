const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/**
 * The pause before each attempt, in milliseconds; the first goes out at once, the last after 75
 * hours. Source: the schedule of Standard Webhooks 1.0, "Deliverability and reliability".
 */
export const attemptDelaysMs: readonly number[] = [
  0,
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
]

/** The number of attempts after which a delivery counts as failed. */
export const attemptsMax = attemptDelaysMs.length

/**
 * The largest share of a pause that is added to it, so that deliveries that failed together do not
 * come back together. Product default.
 */
export const jitterShareMax = 0.2

/**
 * The longest pause that a receiver may ask for with `Retry-After`: as long as the longest of the
 * schedule.
 */
const askedDelayMsMax = 24 * hour

/**
 * Returns the pause after `attempts` attempts, in milliseconds, never shorter than the receiver
 * asked for; null after the last attempt.
 *
 * @param random uniform in [0, 1)
 */
export function retryDelayMs(attempts: number, random: number, askedSeconds: number | null): number | null {
  const scheduled = attemptDelaysMs[attempts]
  if (scheduled === undefined) return null
  const asked = Math.min((askedSeconds ?? 0) * second, askedDelayMsMax)
  return Math.round(Math.max(scheduled, asked) * (1 + jitterShareMax * random))
}
