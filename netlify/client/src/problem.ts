import type { Problem } from './generated/types.gen.js'

/** Says that the API refused: what its problem document says, typed, as an error. */
export class CalistheniqProblem extends Error {
  override readonly name = 'CalistheniqProblem'
  readonly status: number
  /** Stable, upper case: `SESSION_NOT_FOUND`. */
  readonly code: string
  readonly title: string
  readonly detail: string
  /** All faults of the request at once, each with where it is. */
  readonly errors: NonNullable<Problem['errors']>
  /** Stands in the logs of the API. */
  readonly requestId: string | null
  /** The id of the operation that refused. */
  readonly operation: string
  /** After how many seconds the same request may be sent again; null where the API does not say. */
  readonly retryAfterSeconds: number | null
  /** The problem document as it came, with members that only some problems have. */
  readonly document: Readonly<Record<string, unknown>>

  constructor(operation: string, response: Response, document: Readonly<Record<string, unknown>>) {
    const { code, title, detail, errors } = document
    super(typeof detail === 'string' ? detail : `The API answered ${response.status}.`)
    this.operation = operation
    this.status = response.status
    this.code = typeof code === 'string' ? code : 'UNKNOWN'
    this.title = typeof title === 'string' ? title : `HTTP ${response.status}`
    this.detail = this.message
    this.errors = Array.isArray(errors) ? errors : []
    this.requestId = response.headers.get('x-request-id')
    this.retryAfterSeconds = secondsIn(response.headers.get('retry-after'))
    this.document = document
  }
}

/** Says that no answer came, after all attempts: no network, or nobody answers. */
export class CalistheniqUnreachable extends Error {
  override readonly name = 'CalistheniqUnreachable'
  readonly operation: string

  constructor(operation: string, cause: unknown) {
    super('The API cannot be reached.', { cause })
    this.operation = operation
  }
}

export function isProblem(error: unknown): error is CalistheniqProblem {
  return error instanceof CalistheniqProblem
}

function secondsIn(header: string | null): number | null {
  if (header === null) return null
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000
  return Number.isFinite(seconds) ? Math.max(0, seconds) : null
}
