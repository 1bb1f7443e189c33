import type * as z from 'zod'
import type { Database } from '#database/connection.js'
import type { healthDataPurpose } from '#domain/account/health-data.js'
import type { MintedKey } from '#domain/account/minted-key.js'
import type { Principal, Scope } from '#domain/account/principal.js'
import type { RefusalCode } from '#domain/refusal.js'
import type { RuleBook } from '#domain/rules/rule-book.js'
import type { Differing } from '#domain/values/differing-fields.js'
import type { NewId } from '#domain/values/id.schema.js'
import type { Steps } from '#domain/values/steps.js'
import type { WebhookTools } from '#domain/webhook/ports.js'
import type { RequestRefusalCode } from './request-refusal.js'
import type { SessionMemory } from './session-memory.js'
import type { ExpectedVersion } from './version-stamp.js'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** `public` needs no token; everything else names the scope it needs. */
export type Access = 'public' | { readonly scope: Scope; readonly freshSignIn?: FreshSignIn }

/**
 * Set where the athlete must have signed in lately: for whatever makes or widens credentials, and
 * for erasing the account. An API key never suffices (`always`), or only where the path parameter
 * `keyId` names that key itself (`unless-own-key`).
 */
export type FreshSignIn = 'always' | 'unless-own-key'

export type InputSchemas = {
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
}

/**
 * The result of an operation. `replayed` marks the kept answer to an earlier request under the same
 * idempotency key, `existed` that what was to be created was there already.
 */
export type Answer = { readonly output: unknown; readonly replayed: boolean; readonly existed?: true }

/** What the athlete has under an id that a request chose for what it creates. */
export type Existing<Output> = {
  /** The thing as it is now, in the form in which its creation is answered; without secrets. */
  readonly output: Output
  /** What the request says of it otherwise; nothing when the request is a repeat. */
  readonly differing: readonly Differing[]
}

/**
 * One capability of the product, as a value: enough to route, parse, authorize, run, shape and
 * document it. The edge that serves it passes in a `RequestContext` and the parsed input.
 */
export type Operation = {
  readonly id: string
  readonly kind: 'query' | 'command'
  /** How HTTP reaches it. Data alone: no operation reads it. */
  readonly http: {
    readonly method: Method
    /** Below `/api/v1`, with `{name}` for parameters. */
    readonly path: string
    readonly status: 200 | 201 | 204
  }
  readonly summary: string
  readonly description?: string
  readonly access: Access
  /**
   * Set where everything is health data: a query answers nothing without the consent, and a command
   * takes only what takes away. Single fields need no declaration (`domain/account/health-data.ts`).
   */
  readonly consent?: typeof healthDataPurpose | undefined
  /** Set on a public query whose answer changes by itself and must not be cached. */
  readonly uncached?: boolean
  /**
   * The answer may lack what was written in the last moments: a report, on which no change rests.
   * Such a query may be read from a replica.
   */
  readonly toleratesLag?: boolean
  /** Set on a query that keeps what it showed, and takes one more round trip where that is new. */
  readonly keeps?: true
  /** Set on a PUT that creates what is not there and replaces what is: 201, or 200. */
  readonly replaces?: true
  /** Set on a command whose caller may choose the id of what it creates: finds what has that id. */
  readonly existing?: (context: never, input: never) => Promise<Existing<unknown> | null>
  readonly input: InputSchemas
  /** Null when the answer has no body (204). */
  readonly output: z.ZodType | null
  /** Set where a caller may ask for a part of the answer: the schema of the part that an input asks for. */
  readonly outputFor?: (input: never) => z.ZodType
  /** The media type of the answer, where it is a file. */
  readonly produces?: string
  /** The refusals of this operation alone; those that any request may get are not repeated here. */
  readonly refusals: readonly (RefusalCode | RequestRefusalCode)[]
  /** Path below `/api/v1` of what was created. */
  readonly location?: (output: never) => string
  readonly run: (request: RequestContext, input: never) => Promise<Answer>
}

/** Tells whether an answer is the same for every caller until the library changes. */
export function isShared({ access, kind, uncached }: Operation): boolean {
  return access === 'public' && kind === 'query' && !uncached
}

/**
 * The time limit of a request. It is measured by a monotonic clock, so setting the wall clock
 * changes nothing.
 */
export type Deadline = {
  /** Milliseconds that are left; 0 once the deadline has passed. */
  readonly remainingMs: () => number
  /**
   * Resolves to the result of `work`, or rejects with DEADLINE_EXCEEDED when it is late. The work
   * itself is not stopped.
   */
  readonly within: <Result>(work: Promise<Result>, late?: () => Error) => Promise<Result>
  /**
   * Runs long work a slice at a time, so that other requests get their turn between the slices; it
   * ends with DEADLINE_EXCEEDED when it is late, and takes no further step.
   */
  readonly inSlices: <Result>(steps: Steps<Result>) => Promise<Result>
}

/**
 * The caller's key for a request that may be repeated, and a SHA-256 digest (hex) of its
 * operation and parsed input.
 */
export type Idempotency = { readonly key: string; readonly fingerprint: string }

/** Seals and opens cursors. A cursor works only for its own list, filters and caller. */
export type Cursors = {
  readonly seal: (purpose: string, keys: readonly (string | number | null)[]) => string
  /** Refuses with INVALID_CURSOR any cursor that was sealed for another purpose or caller. */
  readonly open: (purpose: string, cursor: string) => unknown
}

/** The facts of a request that the edge passes to an operation. A test can fix each of them. */
export type RequestContext = {
  /** Bound to the caller by row-level security and to the deadline, and metered. */
  readonly database: Database
  readonly deadline: Deadline
  readonly principal: Principal | null
  readonly requestId: string
  /** The instant of the request; one request has one "now". */
  readonly now: Date
  readonly newId: NewId
  /** Uniform in [0, 1). */
  readonly random: () => number
  /** The rules of training: those in force, and every version that facts were judged by. */
  readonly ruleBook: RuleBook
  /** The version that the caller expects to change (`If-Match`), or null when it named none. */
  readonly expectedVersion: ExpectedVersion | null
  readonly idempotency: Idempotency | null
  readonly sessionMemory: SessionMemory
  /** Built on demand: most operations use no cursors. */
  readonly cursors: () => Cursors
  /** Built on demand: few operations register a webhook. */
  readonly webhookTools: () => WebhookTools
  readonly mintKey: () => MintedKey
  /** Tells this deployment's secret from others, without showing it. */
  readonly secretMark: () => string
}
