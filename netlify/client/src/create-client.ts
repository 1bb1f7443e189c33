import type { Auth } from './auth/auth.js'
import { type Caller, caller } from './caller.js'
import { type EtagStore, memoryEtags } from './etags.js'
import { operations } from './generated/operations.gen.js'
import { itemsOf } from './pages.js'
import type { Answer } from './request/attempt.js'
import type { CallOptions, Calls, Input, OperationId, Output } from './types.js'

export type ClientOptions = {
  /** The address of the API: `https://api.example.com/api/v1`. */
  readonly baseUrl: string
  /** Whose requests these are: `session()` or `apiKey('ciq_…')`. Without it, only what is public can be called. */
  readonly auth?: Auth
  readonly fetch?: typeof globalThis.fetch
  /** How many times more than once a request is sent when that may help. Default: 3. */
  readonly retries?: number
  /** Milliseconds that an attempt may take. Default: 12,000. */
  readonly timeoutMs?: number
  /** Where answers are kept for `If-None-Match`; null keeps none. Default: 50 in memory. */
  readonly etags?: EtagStore | null
}

export type Calistheniq = Calls & {
  /** Where each operation is, and what it takes. */
  readonly operations: typeof operations
  /** Calls an operation by its id, and returns its answer with status and headers. */
  call<Id extends OperationId>(
    id: Id,
    input?: Input<Id>,
    options?: CallOptions,
  ): Promise<Answer & { readonly body: Output<Id> }>
}

/** Makes a client of the API. */
export function createClient(options: ClientOptions): Calistheniq {
  const call = caller({
    operations,
    baseUrl: options.baseUrl.replace(/\/+$/, ''),
    auth: options.auth ?? null,
    // called as a function of its own, because browsers' fetch works on no other object
    fetch: options.fetch ?? ((...given) => globalThis.fetch(...given)),
    retries: options.retries ?? 3,
    timeoutMs: options.timeoutMs ?? 12_000,
    etags: options.etags === undefined ? memoryEtags() : options.etags,
  })
  // the types are made from the same table
  return { ...callsOf(Object.keys(operations), call), call, operations } as unknown as Calistheniq
}

function callsOf(ids: readonly string[], call: Caller): Record<string, Record<string, unknown>> {
  const groups: Record<string, Record<string, unknown>> = {}
  for (const id of ids) {
    const [group = '', name = ''] = id.split('.')
    groups[group] = { ...groups[group], [name]: callOf(id, call) }
  }
  return groups
}

function callOf(id: string, call: Caller) {
  const one = async (input: Parameters<Caller>[1], options: CallOptions) => (await call(id, input, options)).body
  const all = (input: Parameters<Caller>[1], options: CallOptions) => itemsOf(call, id, { input, options })
  return Object.assign(one, { all })
}
