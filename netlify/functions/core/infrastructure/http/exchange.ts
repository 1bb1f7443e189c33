import type { Admission } from '#database/admission.js'
import type { Meter } from '#database/metered.js'
import type { Principal } from '#domain/account/principal.js'
import type { Deadline, Operation } from '#orchestration/contract.js'
import type { Environment } from './environment.js'

// One request on its way to an answer. Each step returns a new value that knows more than the last;
// the meter is the one thing in it that changes.

/** A request as it came in. */
export type Received = {
  readonly environment: Environment
  readonly request: Request
  readonly requestId: string
  /** The public address of this deployment. */
  readonly baseUrl: string
  /** The instant at which it came; one request has one "now". */
  readonly now: Date
  /** The same moment as `performance.now()` has it. */
  readonly startedAt: number
  readonly deadline: Deadline
  readonly meter: Meter
}

/** A request that leads to an operation. */
export type Routed = Received & {
  readonly operation: Operation
  /** Path parameters, percent-decoded once. */
  readonly params: Readonly<Record<string, string>>
}

/** A request whose caller is known: null where nobody is signed in. */
export type Identified = Routed & { readonly principal: Principal | null }

/**
 * A request whose caller may run the operation, as long as their quota lasts: null where none
 * applies, or where the request was counted.
 */
export type Admitted = Identified & { readonly admission: Admission | null }

/** A request with its answer; without an operation where the address or the method leads to none. */
export type Answered = Received & { readonly operation: Operation | null; readonly response: Response }
