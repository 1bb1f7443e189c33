import type { RequestListener } from 'node:http'
import { importPeer } from '../peers/import-peer.js'
import type { Route } from './load-functions.js'

type Fetch = (request: Request) => Response | Promise<Response>
type Bridge = { getRequestListener(fetch: Fetch): RequestListener }

const context = { waitUntil: (work: Promise<unknown>) => void work.catch(() => undefined) }

/** Answers a request of Node by the function at its path, over the bridge that the peer on Hono stands on too. */
export async function listenerOf(routes: readonly Route[]): Promise<RequestListener> {
  const { getRequestListener } = await importPeer<Bridge>('@hono/node-server')
  return getRequestListener((request) => {
    const path = pathOf(request.url)
    const route = routes.find((one) => (one.below ? path.startsWith(one.path) : path === one.path))
    return route ? route.handler(request, context) : new Response(null, { status: 404 })
  })
}

function pathOf(url: string): string {
  return url.slice(url.indexOf('/', 'http://'.length)).split('?', 1)[0] ?? '/'
}
