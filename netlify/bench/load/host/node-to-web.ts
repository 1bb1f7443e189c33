import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Route } from './load-functions.js'

const context = { waitUntil: (work: Promise<unknown>) => void work.catch(() => undefined) }

/** Answers a request of Node by the function at its path, as a platform's bridge does. */
export function listenerOf(routes: readonly Route[]): RequestListener {
  return (incoming, outgoing) => {
    answer(routes, incoming, outgoing).catch(() => outgoing.destroy())
  }
}

async function answer(routes: readonly Route[], incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { url = '/' } = incoming
  const path = url.split('?', 1)[0] ?? url
  const route = routes.find((one) => (one.below ? path.startsWith(one.path) : path === one.path))
  if (!route) {
    outgoing.writeHead(404).end()
    return
  }
  const response = await route.handler(await requestOf(incoming, url), context)
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  if (response.body) for await (const chunk of response.body) outgoing.write(chunk)
  outgoing.end()
}

async function requestOf(incoming: IncomingMessage, url: string): Promise<Request> {
  const { method = 'GET', headers } = incoming
  const address = `http://localhost:8888${url}`
  const given = Object.entries(headers).map(([name, value]) => [name, String(value)] as [string, string])
  if (method === 'GET' || method === 'HEAD') return new Request(address, { method, headers: given })
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  return new Request(address, { method, headers: given, body: Buffer.concat(chunks) })
}
