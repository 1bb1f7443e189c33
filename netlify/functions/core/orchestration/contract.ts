import type * as z from 'zod'
import type { Database } from '#database/connection.js'
import type { MintedKey } from '#domain/account/minted-key.js'
import type { Principal, Scope } from '#domain/account/principal.js'
import type { RefusalCode } from '#domain/refusal.js'
import type { RuleBook } from '#domain/rules/rule-book.js'
import type { NewId } from '#domain/values/id.schema.js'
import type { WebhookTools } from '#domain/webhook/ports.js'
import type { RequestRefusalCode } from './request-refusal.js'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** `public` needs no token; everything else names the scope it needs. */
export type Access = 'public' | { readonly scope: Scope }

export type InputSchemas = {
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
}

/**
 * What an operation answers; `replayed` when it is the kept answer to an earlier request under the
 * same idempotency key.
 */
export type Answer = { readonly output: unknown; readonly replayed: boolean }

/**
 * One thing that the product can do, as a value: enough to route, parse, authorize, run, shape and
 * document it. Whatever serves it hands it a `RequestContext` and its parsed input.
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
  /** The answer of a public query changes by itself, so nobody keeps it. */
  readonly uncached?: boolean
  readonly input: InputSchemas
  /** null where the answer has no body (204). */
  readonly output: z.ZodType | null
  /** The media type of the answer, where it is a file. */
  readonly produces?: string
  /** Its own; what every request may be refused for is not listed with each operation. */
  readonly refusals: readonly (RefusalCode | RequestRefusalCode)[]
  /** Path below `/api/v1` of what was created. */
  readonly location?: (output: never) => string
  readonly run: (request: RequestContext, input: never) => Promise<Answer>
}

/** Whether an answer is the same for everybody, for as long as the library is the same. */
export function isShared({ access, kind, uncached }: Operation): boolean {
  return access === 'public' && kind === 'query' && !uncached
}

/** Until when a request may take. Time is measured, so that setting a clock changes nothing. */
export type Deadline = {
  /** What is left, in milliseconds; 0 once it has passed. */
  readonly remainingMs: () => number
  /**
   * What `work` comes to, or an error (DEADLINE_EXCEEDED) when that is not there in time; the work
   * itself is not stopped.
   */
  readonly within: <Result>(work: Promise<Result>, late?: () => Error) => Promise<Result>
}

/**
 * A request that may be repeated: the caller's key for it, and a digest (SHA-256, hex) of method,
 * path and body.
 */
export type Idempotency = { readonly key: string; readonly fingerprint: string }

/** Makes opaque cursors that only their own list, filters and caller can use again. */
export type Cursors = {
  readonly seal: (purpose: string, keys: readonly (string | number | null)[]) => string
  /** Refuses with INVALID_CURSOR what was not sealed for this purpose and caller. */
  readonly open: (purpose: string, cursor: string) => unknown
}

/** What the edge knows of a request when it runs an operation. A test can fix each of them. */
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
  /** The version that the caller expects to change; null when it named none. */
  readonly expectedVersion: number | null
  readonly idempotency: Idempotency | null
  /** Made on demand, because most operations seal and open nothing. */
  readonly cursors: () => Cursors
  /** Made on demand, because few operations register a webhook. */
  readonly webhookTools: () => WebhookTools
  readonly mintKey: () => MintedKey
}
