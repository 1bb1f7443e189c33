import type { Fault } from '#domain/refusal.js'

/**
 * The codes for which any request may be refused, whatever it asks for.
 * infrastructure/http/problems.ts says what they mean in HTTP.
 */
export const requestRefusalCodes = [
  // how it is written
  'MALFORMED_REQUEST',
  'INVALID_CURSOR',
  'PAYLOAD_TOO_LARGE',
  'REQUEST_TIMEOUT',
  'UNSUPPORTED_MEDIA_TYPE',
  'NOT_ACCEPTABLE',
  'ANSWER_TOO_LARGE',
  'ROUTE_NOT_FOUND',
  'METHOD_NOT_ALLOWED',
  // who sends it
  'ORIGIN_NOT_ALLOWED',
  'UNAUTHENTICATED',
  'WRONG_CREDENTIALS',
  'EMAIL_NOT_VERIFIED',
  'INSUFFICIENT_SCOPE',
  'FRESH_SIGN_IN_NEEDED',
  'LINK_NOT_VALID',
  'RATE_LIMITED',
  // repeats
  'IDEMPOTENCY_KEY_REUSED',
  'IDEMPOTENCY_KEY_IN_USE',
  // us
  'MAIL_NOT_CONFIGURED',
  'SERVICE_UNAVAILABLE',
  'DEADLINE_EXCEEDED',
  'INTERNAL_ERROR',
] as const

export type RequestRefusalCode = (typeof requestRefusalCodes)[number]

/** A fault of a request: in its input or in a header. */
export type RequestFault = Fault | { readonly header: string; readonly code: string; readonly detail: string }

type More = { readonly faults?: readonly RequestFault[]; readonly retryAfterSeconds?: number | null }

/**
 * Refuses the request itself, not what it asks for. The same work may succeed when the request is
 * sent differently, by another caller or later.
 */
export class RequestRefusal extends Error {
  override readonly name = 'RequestRefusal'
  readonly code: RequestRefusalCode
  readonly detail: string
  readonly faults: readonly RequestFault[]
  /** Whole seconds after which the same request may succeed; null when unknown. */
  readonly retryAfterSeconds: number | null

  constructor(code: RequestRefusalCode, detail: string, { faults = [], retryAfterSeconds = null }: More = {}) {
    super(`${code}: ${detail}`)
    this.code = code
    this.detail = detail
    this.faults = faults
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** Throws a refusal of the request; for use in expressions. */
export function refuseRequest(code: RequestRefusalCode, detail: string, faults: readonly RequestFault[] = []): never {
  throw new RequestRefusal(code, detail, { faults })
}

/** Makes the refusal of a request that has run out of time. */
export function tookTooLong(): RequestRefusal {
  return new RequestRefusal('DEADLINE_EXCEEDED', 'The request took longer than it may.')
}
