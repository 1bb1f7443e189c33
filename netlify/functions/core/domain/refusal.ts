import * as z from 'zod'

/**
 * Every reason for which an operation may refuse, as a stable code. What it means on HTTP stands in
 * infrastructure/http/problems.ts.
 */
export const refusalCodes = [
  // the request itself
  'MALFORMED_REQUEST',
  'INVALID_INPUT',
  'INVALID_CURSOR',
  'PAYLOAD_TOO_LARGE',
  'REQUEST_TIMEOUT',
  'UNSUPPORTED_MEDIA_TYPE',
  'NOT_ACCEPTABLE',
  'ROUTE_NOT_FOUND',
  'METHOD_NOT_ALLOWED',
  // who asks
  'UNAUTHENTICATED',
  'INSUFFICIENT_SCOPE',
  'RATE_LIMITED',
  // repeats and races
  'IDEMPOTENCY_KEY_REUSED',
  'IDEMPOTENCY_KEY_IN_USE',
  'VERSION_MISMATCH',
  'CONFLICT',
  'ID_TAKEN',
  // things that are not there
  'ACCOUNT_NOT_FOUND',
  'EXERCISE_NOT_FOUND',
  'KEY_NOT_FOUND',
  'EXERCISE_CONFIG_NOT_FOUND',
  'SESSION_NOT_FOUND',
  'SESSION_EXERCISE_NOT_FOUND',
  'SET_NOT_FOUND',
  'CHECK_IN_NOT_FOUND',
  'GOAL_NOT_FOUND',
  'WEBHOOK_NOT_FOUND',
  'WEBHOOK_DELIVERY_NOT_FOUND',
  // rules of the session's life
  'SESSION_NOT_OPEN',
  'SESSION_STATE',
  'SESSION_FULL',
  'KEY_LIMIT',
  'KEY_SCOPES',
  'METRIC_MISMATCH',
  'DATE_IN_FUTURE',
  'SWAP_NOT_POSSIBLE',
  // rules of levels and of what to do next
  'TEST_BARRED',
  'NOTHING_TO_RECOMMEND',
  // rules of webhooks
  'WEBHOOK_ADDRESS',
  'WEBHOOK_LIMIT',
  // us
  'SERVICE_UNAVAILABLE',
  'DEADLINE_EXCEEDED',
  'INTERNAL_ERROR',
] as const

export type RefusalCode = (typeof refusalCodes)[number]

const said = { code: z.string(), detail: z.string() }

/**
 * One fault of an input: where it is (a JSON pointer, a parameter or a header), a stable code, and
 * a sentence.
 */
export const Fault = z.union([
  z.object({ pointer: z.string(), ...said }),
  z.object({ parameter: z.string(), ...said }),
  z.object({ header: z.string(), ...said }),
])
export type Fault = Readonly<z.output<typeof Fault>>

type More = { faults?: readonly Fault[]; retryAfterSeconds?: number; replayed?: boolean }

/** A refusal: the operation understood, and says no. It carries a code, never a status. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  readonly detail: string
  readonly faults: readonly Fault[]
  /** Whole seconds after which the same request may succeed, where that is known. */
  readonly retryAfterSeconds: number | null
  /** It is the kept answer to an earlier request. */
  readonly replayed: boolean

  constructor(code: RefusalCode, detail: string, more: More = {}) {
    super(`${code}: ${detail}`)
    this.code = code
    this.detail = detail
    this.faults = more.faults ?? []
    this.retryAfterSeconds = more.retryAfterSeconds ?? null
    this.replayed = more.replayed ?? false
  }
}

/** Throws a refusal; for use in expressions. */
export function refuse(code: RefusalCode, detail: string, faults: readonly Fault[] = []): never {
  throw new Refusal(code, detail, { faults })
}
