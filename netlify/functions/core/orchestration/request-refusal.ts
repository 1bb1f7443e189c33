import type { Fault } from '#domain/refusal.js'

/**
 * Every reason for which a request itself may be refused, whatever it asks for, as a stable code.
 * What it means on HTTP stands in infrastructure/http/problems.ts.
 */
export const requestRefusalCodes = [
  // how it is written
  'MALFORMED_REQUEST',
  'INVALID_CURSOR',
  'PAYLOAD_TOO_LARGE',
  'REQUEST_TIMEOUT',
  'UNSUPPORTED_MEDIA_TYPE',
  'NOT_ACCEPTABLE',
  'ROUTE_NOT_FOUND',
  'METHOD_NOT_ALLOWED',
  // who sends it
  'UNAUTHENTICATED',
  'INSUFFICIENT_SCOPE',
  'RATE_LIMITED',
  // repeats
  'IDEMPOTENCY_KEY_REUSED',
  'IDEMPOTENCY_KEY_IN_USE',
  // us
  'SERVICE_UNAVAILABLE',
  'DEADLINE_EXCEEDED',
  'INTERNAL_ERROR',
] as const

export type RequestRefusalCode = (typeof requestRefusalCodes)[number]

/** One fault of a request: of its input, or of a header. */
export type RequestFault = Fault | { readonly header: string; readonly code: string; readonly detail: string }

type More = { readonly faults?: readonly RequestFault[]; readonly retryAfterSeconds?: number | null }

/**
 * A refusal of the request itself, before or besides what the domain says. It passes: sent in
 * another way, by somebody else or later, the same may be done.
 */
export class RequestRefusal extends Error {
  override readonly name = 'RequestRefusal'
  readonly code: RequestRefusalCode
  readonly detail: string
  readonly faults: readonly RequestFault[]
  /** Whole seconds after which the same request may succeed, where that is known. */
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

/** The refusal of a request that no time is left for. */
export function tookTooLong(): RequestRefusal {
  return new RequestRefusal('DEADLINE_EXCEEDED', 'The request took longer than it may.')
}
