import { Refusal, type RefusalCode } from '#domain/refusal.js'

type Meaning = readonly [RefusalCode, string, { readonly pointer: string; readonly code: string }?]

/** What the account service's own codes mean in ours. */
const meanings: Readonly<Record<string, Meaning>> = {
  INVALID_EMAIL_OR_PASSWORD: ['UNAUTHENTICATED', 'There is no account with this email and password.'],
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: [
    'CONFLICT',
    'There is an account with this email already.',
    { pointer: '/email', code: 'EMAIL_TAKEN' },
  ],
  INVALID_PASSWORD: [
    'INVALID_INPUT',
    'This is not the password of the account.',
    { pointer: '/password', code: 'WRONG_PASSWORD' },
  ],
  UNAUTHORIZED: ['UNAUTHENTICATED', 'There is no session: send the session token as "Authorization: Bearer <token>".'],
  INVALID_ORIGIN: ['MALFORMED_REQUEST', 'This origin may not sign people in here.'],
  MISSING_OR_NULL_ORIGIN: ['MALFORMED_REQUEST', 'A request with cookies must say its Origin.'],
  CROSS_SITE_NAVIGATION_LOGIN_BLOCKED: ['MALFORMED_REQUEST', 'This origin may not sign people in here.'],
}

/**
 * The refusal that an answer of the account service stands for, or null when it is none that
 * clients can cause.
 */
export function accountRefusal(status: number, code: string | null, retryAfterSeconds: number | null): Refusal | null {
  if (status === 429) {
    const wait = retryAfterSeconds === null ? {} : { retryAfterSeconds }
    return new Refusal('RATE_LIMITED', 'Too many attempts; wait a little.', wait)
  }
  const meaning = code === null ? undefined : meanings[code]
  if (!meaning) return null
  const [refusalCode, detail, fault] = meaning
  return new Refusal(refusalCode, detail, fault ? { faults: [{ ...fault, detail }] } : {})
}
