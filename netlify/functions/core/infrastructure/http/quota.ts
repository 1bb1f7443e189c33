import type { Admission, Quota } from '#database/admission.js'
import type { Principal } from '#domain/account/principal.js'
import { Refusal } from '#domain/refusal.js'

/** One athlete, by all their sign-ins together, or one API key, has one quota. */
export function admissionOf({ userId, keyId }: Principal, quota: Quota, now: Date): Admission {
  return { caller: keyId === null ? `athlete:${userId}` : `key:${keyId}`, quota, now, remaining: null }
}

/**
 * Whole seconds until the window of an instant ends; windows begin at multiples of their length
 * since 1970.
 */
function secondsToReset({ quota: { windowSeconds }, now }: Admission): number {
  return windowSeconds - (Math.floor(now.getTime() / 1000) % windowSeconds)
}

/** The same refusal, with when to come back: not before the window ends. */
export function withReset(error: unknown, admission: Admission | null): unknown {
  if (!admission || !(error instanceof Refusal) || error.code !== 'RATE_LIMITED') return error
  admission.remaining = 0
  const { requests, windowSeconds } = admission.quota
  const retryAfterSeconds = secondsToReset(admission)
  return new Refusal('RATE_LIMITED', `There are ${requests} requests in ${windowSeconds} s, and they are used up.`, {
    retryAfterSeconds,
  })
}

/**
 * The quota and what is left of it, as structured fields (IETF draft "RateLimit header fields for
 * HTTP").
 */
export function rateLimitHeaders(admission: Admission | null): Record<string, string> {
  if (!admission || admission.remaining === null) return {}
  const { requests, windowSeconds } = admission.quota
  return {
    'ratelimit-policy': `"default";q=${requests};w=${windowSeconds}`,
    ratelimit: `"default";r=${admission.remaining};t=${secondsToReset(admission)}`,
  }
}
