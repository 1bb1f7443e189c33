import type { Refusal, RefusalCode } from '#domain/refusal.js'
import type { RequestFault, RequestRefusal, RequestRefusalCode } from '#orchestration/request-refusal.js'

/** Any failure that is answered with a problem. */
export type AnyRefusal = Refusal | RequestRefusal
export type ProblemCode = RefusalCode | RequestRefusalCode

type Meaning = { readonly status: number; readonly title: string }

/**
 * Maps each refusal to HTTP. A code without an entry does not compile. The OpenAPI document and the
 * page of problems are made from this table; the page keeps its order.
 */
export const problems: Readonly<Record<ProblemCode, Meaning>> = {
  MALFORMED_REQUEST: { status: 400, title: 'The request cannot be read' },
  INVALID_INPUT: { status: 422, title: 'The input is not as it should be' },
  INVALID_CURSOR: { status: 400, title: 'The cursor is not one of this list' },
  PAYLOAD_TOO_LARGE: { status: 413, title: 'The body is too large' },
  REQUEST_TIMEOUT: { status: 408, title: 'The request did not arrive in time' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: 'The body is of a media type that is not taken here' },
  NOT_ACCEPTABLE: { status: 406, title: 'No acceptable representation' },
  ANSWER_TOO_LARGE: { status: 409, title: 'Too much for one answer' },
  ROUTE_NOT_FOUND: { status: 404, title: 'There is nothing at this address' },
  METHOD_NOT_ALLOWED: { status: 405, title: 'The method is not allowed here' },
  ORIGIN_NOT_ALLOWED: { status: 403, title: 'The page may not call from its origin' },
  UNAUTHENTICATED: { status: 401, title: 'Authentication is needed' },
  WRONG_CREDENTIALS: { status: 401, title: 'The email or the password is wrong' },
  EMAIL_NOT_VERIFIED: { status: 403, title: 'The email address is not verified' },
  INSUFFICIENT_SCOPE: { status: 403, title: 'The credentials do not cover this' },
  FRESH_SIGN_IN_NEEDED: { status: 401, title: 'A fresh sign-in is needed' },
  LINK_NOT_VALID: { status: 400, title: 'The link is not valid' },
  RATE_LIMITED: { status: 429, title: 'Too many requests' },
  IDEMPOTENCY_KEY_REUSED: { status: 422, title: 'The idempotency key belongs to another request' },
  IDEMPOTENCY_KEY_IN_USE: { status: 409, title: 'The first request is still running' },
  VERSION_MISMATCH: { status: 412, title: 'The version has changed' },
  VERSION_NEEDED: { status: 428, title: 'Say which version is to be replaced' },
  CONFLICT: { status: 409, title: 'In conflict with what is there' },
  ID_TAKEN: { status: 409, title: 'The id is taken' },
  CONSENT_NEEDED: { status: 403, title: 'The consent to the use of health data is needed' },
  ACCOUNT_NOT_FOUND: { status: 404, title: 'Account not found' },
  EXERCISE_NOT_FOUND: { status: 404, title: 'Exercise not found' },
  KEY_NOT_FOUND: { status: 404, title: 'API key not found' },
  EXERCISE_CONFIG_NOT_FOUND: { status: 404, title: 'Configuration not found' },
  SESSION_NOT_FOUND: { status: 404, title: 'Session not found' },
  SESSION_EXERCISE_NOT_FOUND: { status: 404, title: 'Exercise of the session not found' },
  SET_NOT_FOUND: { status: 404, title: 'Set not found' },
  CHECK_IN_NOT_FOUND: { status: 404, title: 'Check-in not found' },
  GOAL_NOT_FOUND: { status: 404, title: 'Goal not found' },
  PLACE_NOT_FOUND: { status: 404, title: 'The place is none of the profile' },
  ROUTINE_NOT_FOUND: { status: 404, title: 'Routine not found' },
  WEBHOOK_NOT_FOUND: { status: 404, title: 'Webhook not found' },
  WEBHOOK_DELIVERY_NOT_FOUND: { status: 404, title: 'Delivery not found' },
  SESSION_NOT_OPEN: { status: 409, title: 'The session is not in progress' },
  SESSION_STATE: { status: 409, title: 'The state of the session does not allow this' },
  NOTHING_LOGGED: { status: 409, title: 'Nothing was logged' },
  SESSION_FULL: { status: 409, title: 'The session is full' },
  ROUTINE_LIMIT: { status: 409, title: 'Too many routines' },
  SIDES_MIXED: { status: 409, title: 'One set, with and without a side' },
  KEY_LIMIT: { status: 409, title: 'Too many API keys' },
  KEY_SCOPES: { status: 403, title: 'A key cannot give more than it has' },
  METRIC_MISMATCH: { status: 422, title: 'Reps and seconds are mixed up' },
  DATE_IN_FUTURE: { status: 422, title: 'The date lies in the future' },
  SWAP_NOT_POSSIBLE: { status: 409, title: 'The exercise cannot be swapped' },
  TEST_BARRED: { status: 409, title: 'The test is not open' },
  NOTHING_TO_RECOMMEND: { status: 409, title: 'There is nothing to recommend' },
  WEBHOOK_ADDRESS: { status: 422, title: 'The address cannot be called' },
  WEBHOOK_LIMIT: { status: 409, title: 'Too many webhooks' },
  WEBHOOK_SCOPES: { status: 403, title: 'A webhook cannot send more than you may read' },
  EXPORT_NOT_FOUND: { status: 404, title: 'Export not found' },
  EXPORT_PART_NOT_FOUND: { status: 404, title: 'Part of the export not found' },
  EXPORT_TOO_LARGE: { status: 409, title: 'Too much for one export at once' },
  EXPORT_LIMIT: { status: 409, title: 'Too many exports' },
  EXPORT_SCOPES: { status: 403, title: 'The export holds more than you may read' },
  MAIL_NOT_CONFIGURED: { status: 501, title: 'No mails are sent here' },
  SERVICE_UNAVAILABLE: { status: 503, title: 'The service is unavailable' },
  DEADLINE_EXCEEDED: { status: 504, title: 'It took too long' },
  INTERNAL_ERROR: { status: 500, title: 'An error of ours' },
}

/** Every code, in the order of the table. */
export const problemCodes = Object.keys(problems) as ProblemCode[]

/** RFC 9457 problem details, with a stable code and all faults at once. */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly instance: string
  readonly code: ProblemCode
  /** The version that there is, where another one was expected. */
  readonly currentVersion?: number
  readonly errors?: readonly RequestFault[]
}

/** Tells the anchor of a code on the page of problems. */
export function problemAnchor(code: ProblemCode): string {
  return code.toLowerCase().replaceAll('_', '-')
}

/**
 * Makes the problem of a refusal for the request `requestId`, explained at `${baseUrl}/problems`.
 */
export function problemOf(
  refusal: Pick<AnyRefusal, 'code' | 'detail' | 'faults'>,
  requestId: string,
  baseUrl: string,
): Problem {
  const { code, detail, faults } = refusal
  const { status, title } = problems[code]
  return {
    type: `${baseUrl}/problems#${problemAnchor(code)}`,
    title,
    status,
    detail,
    instance: `urn:request:${requestId}`,
    code,
    ...(faults.length > 0 ? { errors: faults } : {}),
  }
}
