import type * as z from 'zod'
import type { RefusalCode } from '#domain/refusal.js'
import type { Call, Scope } from './call.js'

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
 * What HTTP needs to know of an operation: enough to route, parse, authorize, run, shape and
 * document it.
 */
export type Endpoint = {
  readonly id: string
  readonly kind: 'query' | 'command'
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
  readonly refusals: readonly RefusalCode[]
  /** Path below `/api/v1` of what was created. */
  readonly location?: (output: never) => string
  readonly run: (call: Call, input: never) => Promise<Answer>
}

/** Whether an answer is the same for everybody, for as long as the library is the same. */
export function isShared({ access, kind, uncached }: Endpoint): boolean {
  return access === 'public' && kind === 'query' && !uncached
}
