import { RequestRefusal } from '#orchestration/request-refusal.js'
import type { AnyRefusal } from '../problems.js'
import { mailMeanings } from './meanings/mails.js'
import type { Meanings } from './meanings/meaning.js'
import { originMeanings } from './meanings/origins.js'
import { passkeyMeanings } from './meanings/passkeys.js'
import { passwordMeanings } from './meanings/passwords.js'
import { providerMeanings } from './meanings/providers.js'
import { secondFactorMeanings } from './meanings/second-factor.js'
import { sessionMeanings } from './meanings/sessions.js'

/** Maps the account service's codes to our refusals. */
const meanings: Meanings = {
  ...passwordMeanings,
  ...sessionMeanings,
  ...mailMeanings,
  ...secondFactorMeanings,
  ...passkeyMeanings,
  ...providerMeanings,
  ...originMeanings,
}

type Answered = { readonly status: number; readonly code: string | null; readonly retryAfterSeconds: number | null }

/**
 * Tells the refusal for an answer of the account service, by what its codes mean at a route and
 * everywhere; null for answers that no client can cause.
 */
export function accountRefusal(answered: Answered, ofRoute: Meanings = {}): AnyRefusal | null {
  const { status, code, retryAfterSeconds } = answered
  // an answer without a code is known by its status
  const known = code ?? String(status)
  const meaning = ofRoute[known] ?? meanings[known]
  if (meaning) return meaning()
  if (status !== 429) return null
  return new RequestRefusal('RATE_LIMITED', 'Too many attempts; wait a little.', { retryAfterSeconds })
}
