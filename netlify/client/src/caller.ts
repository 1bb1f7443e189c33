import type { AskAccounts, Auth } from './auth/auth.js'
import type { EtagStore } from './etags.js'
import { type AnyInput, credentialsOf, type Operation, takesKey } from './operation.js'
import { isProblem } from './problem.js'
import { addressOf } from './request/address.js'
import { type Answer, attempt, type Prepared, type Transport } from './request/attempt.js'
import { persist } from './request/persist.js'
import { uuid7 } from './request/uuid.js'
import type { CallOptions } from './types.js'

/** Calls an operation, and returns its answer whole. */
export type Caller = (id: string, input?: AnyInput, options?: CallOptions) => Promise<Answer>

export type CallerOptions = Transport & {
  /** The address of the API, with `/api/v1`. */
  readonly baseUrl: string
  readonly operations: Readonly<Record<string, Operation>>
  readonly auth: Auth | null
  readonly retries: number
  readonly etags: EtagStore | null
}

/** Makes the one function that everything in this package sends its requests with. */
export function caller(options: CallerOptions): Caller {
  const { operations, auth, etags } = options
  const ask = accountsOf(options)
  return async (id, input = {}, call = {}) => {
    const operation = operations[id]
    if (!operation) throw new TypeError(`The API has no operation ${id}`)
    const prepared = prepare(id, operation, { baseUrl: options.baseUrl, input, call })
    const known = operation[0] === 'GET' ? etags?.get(prepared.url) : undefined
    const request = known ? withHeader(prepared, 'if-none-match', known.etag) : prepared
    const answer = await signed(request, credentialsOf(operation), options, ask)
    if (operation[1].startsWith('/auth/')) {
      await auth?.adopt(id, answer.body)
      etags?.clear()
    }
    if (answer.status === 304 && known) return { ...answer, status: 200, body: known.body }
    const etag = operation[0] === 'GET' ? answer.headers.get('etag') : null
    if (etag) etags?.set(prepared.url, { etag, body: answer.body })
    return answer
  }
}

type Made = { readonly baseUrl: string; readonly input: AnyInput; readonly call: CallOptions }

function prepare(id: string, operation: Operation, { baseUrl, input, call }: Made): Prepared {
  const { ifMatch, idempotencyKey, signal } = call
  const [method] = operation
  return {
    operation: id,
    url: `${baseUrl}${addressOf(operation, input)}`,
    method,
    headers: {
      accept: '*/*',
      ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(takesKey(operation) ? { 'idempotency-key': idempotencyKey ?? uuid7() } : {}),
      ...(ifMatch === undefined ? {} : { 'if-match': typeof ifMatch === 'number' ? `"${ifMatch}"` : ifMatch }),
    },
    body: input.body === undefined ? null : JSON.stringify(input.body),
    signal,
  }
}

/** Sends a request with its bearer token, and once more with another one when that was refused. */
async function signed(
  request: Prepared,
  kind: ReturnType<typeof credentialsOf>,
  options: CallerOptions,
  ask: AskAccounts,
): Promise<Answer> {
  const { auth, retries } = options
  const token = kind === 'none' ? null : ((await auth?.bearer(kind, ask)) ?? null)
  if (token === null) return persist(request, options, retries)
  try {
    return await persist(withBearer(request, token), options, retries)
  } catch (error) {
    const isRefused = isProblem(error) && error.status === 401
    if (!isRefused || kind !== 'access' || !(await auth?.refused(token, ask))) throw error
    const next = await auth?.bearer(kind, ask)
    return persist(next ? withBearer(request, next) : request, options, retries)
  }
}

function accountsOf(options: CallerOptions): AskAccounts {
  return async ({ method, path, bearer }) => {
    const request = { operation: path, url: `${options.baseUrl}${path}`, method, headers: {}, body: null }
    const answer = await attempt(withBearer({ ...request, signal: undefined }, bearer), options)
    return answer.body
  }
}

function withBearer(request: Prepared, token: string): Prepared {
  return withHeader(request, 'authorization', `Bearer ${token}`)
}

function withHeader(request: Prepared, name: string, value: string): Prepared {
  return { ...request, headers: { ...request.headers, [name]: value } }
}
