import { Refusal, type RefusalCode } from '#domain/refusal.js'
import { RequestRefusal, type RequestRefusalCode } from '#orchestration/request-refusal.js'
import type { AnyRefusal } from '../problems.js'

const ofRequest = (code: RequestRefusalCode, detail: string) => () => new RequestRefusal(code, detail)

const ofField = (code: RefusalCode, detail: string, fault: { pointer: string; code: string }) => () =>
  new Refusal(code, detail, [{ ...fault, detail }])

/** Maps the account service's codes to our refusals. */
const meanings: Readonly<Record<string, () => AnyRefusal>> = {
  INVALID_EMAIL_OR_PASSWORD: ofRequest('UNAUTHENTICATED', 'There is no account with this email and password.'),
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: ofField('CONFLICT', 'There is an account with this email already.', {
    pointer: '/email',
    code: 'EMAIL_TAKEN',
  }),
  INVALID_PASSWORD: ofField('INVALID_INPUT', 'This is not the password of the account.', {
    pointer: '/password',
    code: 'WRONG_PASSWORD',
  }),
  UNAUTHORIZED: ofRequest(
    'UNAUTHENTICATED',
    'There is no session: send the session token as "Authorization: Bearer <token>".',
  ),
  INVALID_ORIGIN: ofRequest('MALFORMED_REQUEST', 'This origin may not sign people in here.'),
  MISSING_OR_NULL_ORIGIN: ofRequest('MALFORMED_REQUEST', 'A request with cookies must say its Origin.'),
  CROSS_SITE_NAVIGATION_LOGIN_BLOCKED: ofRequest('MALFORMED_REQUEST', 'This origin may not sign people in here.'),
}

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
