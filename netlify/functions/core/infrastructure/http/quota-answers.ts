import type { QuotaLeft } from '#database/metered.js'
import { RequestRefusal } from '#orchestration/request-refusal.js'
import type { Received } from './exchange.js'

/** Makes the refusal of a request for which nothing is left, and says when the window ends. */
export function usedUp(received: Received, spent: QuotaLeft): RequestRefusal {
  const { windowSeconds } = received.environment.config.http.quota
  const forWhom = spent.policy === 'account' ? ' for all sign-ins and keys of an account together' : ''
  const detail = `There are ${requestsOf(received, spent)} requests in ${windowSeconds} s${forWhom}, and they are used up.`
  received.meter.quotaLeft = spent
  return new RequestRefusal('RATE_LIMITED', detail, { retryAfterSeconds: secondsOf(spent) })
}

/**
 * Tells what is left of the quota that ends first, as structured fields (IETF draft "RateLimit
 * header fields for HTTP"). A request that was not counted has no such headers.
 */
export function rateLimitHeaders(received: Received): Record<string, string> {
  const left = received.meter.quotaLeft
  if (left === null) return {}
  const { windowSeconds } = received.environment.config.http.quota
  return {
    'ratelimit-policy': `"${left.policy}";q=${requestsOf(received, left)};w=${windowSeconds}`,
    ratelimit: `"${left.policy}";r=${left.remaining};t=${secondsOf(left)}`,
  }
}

function requestsOf({ environment }: Received, { policy }: QuotaLeft): number {
  const { requests, accountRequests } = environment.config.http.quota
  return policy === 'account' ? accountRequests : requests
}

function secondsOf({ resetMs }: QuotaLeft): number {
  return Math.ceil(resetMs / 1000)
}
