import { Hono } from 'hono/tiny'
import type { Method, Operation } from '#orchestration/contract.js'
import type { Received, Routed } from './exchange.js'
import type { Platform } from './trace.js'

/** The operations at one address. */
export type Found = {
  /** The operations, by method; at least one. */
  readonly byMethod: ReadonlyMap<Method, Operation>
  readonly params: Routed['params']
}

/**
 * An operation whose code is loaded when a request first leads to its address. `npm run pack` puts them in
 * the place of the operations of large functions.
 */
export type LateOperation = {
  readonly http: Pick<Operation['http'], 'method' | 'path'>
  readonly load: () => Promise<Operation>
}

type Routable = Operation | LateOperation

/** Handles a request whose address is one of ours, or null where it is not. */
export type Handle = (request: Request, found: Found | null, platform: Platform) => Promise<Response>

/** Finds the operations at the address of a request; Hono does the matching. */
export function route(
  operations: readonly Routable[],
  handle: Handle,
): (request: Request, platform?: Platform) => Promise<Response> {
  const app = new Hono<{ Bindings: Platform }>()
  for (const [path, byMethod] of byPath(operations)) {
    let found = loadedAlready(byMethod)
    app.all(`/api/v1${path.replace(/^\/$/, '').replace(/\{(\w+)\}/g, ':$1')}`, async (c) => {
      found ??= await loaded(byMethod)
      return handle(c.req.raw, { byMethod: found, params: { ...c.req.param() } }, c.env)
    })
  }
  app.notFound((c) => handle(c.req.raw, null, c.env))
  return async (request, platform = {}) => app.fetch(request, platform)
}

function loadedAlready(byMethod: ReadonlyMap<Method, Routable>): Found['byMethod'] | null {
  const isLoaded = (entry: [Method, Routable]): entry is [Method, Operation] => !('load' in entry[1])
  const entries = [...byMethod]
  return entries.every(isLoaded) ? new Map(entries) : null
}

async function loaded(byMethod: ReadonlyMap<Method, Routable>): Promise<Found['byMethod']> {
  const loading = [...byMethod].map(async ([method, one]): Promise<[Method, Operation]> => {
    return [method, 'load' in one ? await one.load() : one]
  })
  return new Map(await Promise.all(loading))
}

function byPath(operations: readonly Routable[]): Map<string, Map<Method, Routable>> {
  const paths = new Map<string, Map<Method, Routable>>()
  // a literal step is tried before a parameter that would match it too
  for (const operation of [...operations].sort((a, b) => rank(a) - rank(b))) {
    const methods = paths.get(operation.http.path) ?? new Map()
    paths.set(operation.http.path, methods.set(operation.http.method, operation))
  }
  return paths
}

function rank({ http }: Routable): number {
  return http.path.split('{').length
}

/**
 * Picks the operation that the method of a request asks for at its address; null where there is
 * none. HEAD is GET without a body.
 */
export function operationFor(received: Received, found: Found | null): Routed | null {
  const { request } = received
  if (!found || !isDecodable(request)) return null
  const operation = found.byMethod.get((request.method === 'HEAD' ? 'GET' : request.method) as Method)
  return operation ? { ...received, operation, params: found.params } : null
}

/** Lists the methods that an address takes, for `Allow`. */
export function allowedMethods({ byMethod }: Found): string {
  return [...byMethod.keys(), ...(byMethod.has('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
}

/** Tells whether the path and the query can be percent-decoded at all. */
export function isDecodable(request: Request): boolean {
  if (!request.url.includes('%')) return true
  const { pathname, search } = new URL(request.url)
  try {
    decodeURIComponent(pathname)
    decodeURIComponent(search)
    return true
  } catch {
    return false
  }
}
