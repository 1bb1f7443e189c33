import { RequestRefusal } from '#orchestration/request-refusal.js'
import type { AnyRefusal } from '../problems.js'
import { mailMeanings } from './meanings/mails.js'
import type { Meanings } from './meanings/meaning.js'
import { originMeanings } from './meanings/origins.js'
import { passwordMeanings } from './meanings/passwords.js'
import { sessionMeanings } from './meanings/sessions.js'

/** Maps the account service's codes to our refusals. */
const meanings: Meanings = { ...passwordMeanings, ...sessionMeanings, ...mailMeanings, ...originMeanings }

/**
 * Tells the refusal for an answer of the account service; null for answers that no client can
 * cause.
 */
export function accountRefusal(
  status: number,
  code: string | null,
  retryAfterSeconds: number | null,
): AnyRefusal | null {
  if (status === 429)
    return new RequestRefusal('RATE_LIMITED', 'Too many attempts; wait a little.', { retryAfterSeconds })
  return (code === null ? undefined : meanings[code])?.() ?? null
}
