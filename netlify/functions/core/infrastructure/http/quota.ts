import { type Admission, isOverQuota } from '#database/admission.js'
import { RequestRefusal } from '#orchestration/request-refusal.js'
import type { Admitted, Identified, Received } from './exchange.js'

/**
 * Tells which quota a request counts against. An athlete has one for all their sign-ins together,
 * and each API key has its own.
 */
export function admissionOf({ environment, principal, now }: Identified): Admission | null {
  if (!principal) return null
  const { userId, keyId } = principal
  const caller = keyId === null ? `athlete:${userId}` : `key:${keyId}`
  return { caller, quota: environment.config.http.quota, now }
}

/**
 * Does work that counts the request. Refuses with RATE_LIMITED once the quota is used up, and says
 * when the window ends.
 */
export async function withinQuota<Result>(admitted: Admitted, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw isOverQuota(error) ? usedUp(admitted) : error
  }
}

function usedUp(received: Received): RequestRefusal {
  const { requests, windowSeconds } = received.environment.config.http.quota
  const detail = `There are ${requests} requests in ${windowSeconds} s, and they are used up.`
  return new RequestRefusal('RATE_LIMITED', detail, { retryAfterSeconds: secondsToReset(received) })
}

/**
 * Tells the quota and what is left of it, as structured fields (IETF draft "RateLimit header fields
 * for HTTP"). A request that was not counted has no such headers.
 */
export function rateLimitHeaders(received: Received): Record<string, string> {
  const { environment, meter } = received
  if (meter.quotaLeft === null) return {}
  const { requests, windowSeconds } = environment.config.http.quota
  return {
    'ratelimit-policy': `"default";q=${requests};w=${windowSeconds}`,
    ratelimit: `"default";r=${meter.quotaLeft};t=${secondsToReset(received)}`,
  }
}

/**
 * Counts the whole seconds until the window of a request ends. Windows begin at multiples of their
 * length since 1970.
 */
function secondsToReset({ environment, now }: Received): number {
  const { windowSeconds } = environment.config.http.quota
  return windowSeconds - (Math.floor(now.getTime() / 1000) % windowSeconds)
}
