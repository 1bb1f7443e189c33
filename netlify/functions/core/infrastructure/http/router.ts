import { Hono } from 'hono/tiny'
import type { Endpoint, Method } from './endpoint.js'
import type { Platform } from './trace.js'

export type Routed = {
  /** The operations at this address, by method; at least one. */
  readonly byMethod: ReadonlyMap<Method, Endpoint>
  /** Path parameters, percent-decoded once. */
  readonly params: Record<string, string>
}

/** Handles a request whose address is one of ours, or null where it is not. */
export type Handle = (request: Request, routed: Routed | null, platform: Platform) => Promise<Response>

/** Finds the operations at the address of a request; Hono does the matching. */
export function route(
  endpoints: readonly Endpoint[],
  handle: Handle,
): (request: Request, platform?: Platform) => Promise<Response> {
  const app = new Hono<{ Bindings: Platform }>()
  for (const [path, byMethod] of byPath(endpoints)) {
    app.all(`/api/v1${path.replace(/\{(\w+)\}/g, ':$1')}`, (c) =>
      handle(c.req.raw, { byMethod, params: { ...c.req.param() } }, c.env),
    )
  }
  app.notFound((c) => handle(c.req.raw, null, c.env))
  return async (request, platform = {}) => app.fetch(request, platform)
}

function byPath(endpoints: readonly Endpoint[]): Map<string, Map<Method, Endpoint>> {
  const paths = new Map<string, Map<Method, Endpoint>>()
  // a fixed step is found before a parameter that would match it too
  for (const endpoint of [...endpoints].sort((a, b) => rank(a) - rank(b))) {
    const methods = paths.get(endpoint.http.path) ?? new Map()
    paths.set(endpoint.http.path, methods.set(endpoint.http.method, endpoint))
  }
  return paths
}

function rank({ http }: Endpoint): number {
  return http.path.split('{').length
}

/** The methods that an address takes, for `Allow`. */
export function allowedMethods({ byMethod }: Routed): string {
  return [...byMethod.keys(), ...(byMethod.has('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
}

/** Whether the path and the query can be percent-decoded at all. */
export function isDecodable(request: Request): boolean {
  const { pathname, search } = new URL(request.url)
  try {
    decodeURIComponent(pathname)
    decodeURIComponent(search)
    return true
  } catch {
    return false
  }
}
