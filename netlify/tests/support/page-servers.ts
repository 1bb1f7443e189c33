import { createServer, type IncomingMessage, type RequestListener, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

/**
 * Serves an empty page at every address, on a port of its own, until the test file ends.
 *
 * @returns the port; the page is at `http://localhost:<port>`, and at every name that means this machine.
 */
export function servePages(): Promise<number> {
  return listen((_, outgoing) => emptyPage(outgoing))
}

/**
 * Serves an empty page, and passes what is below `/api` on to another origin, as the proxy of a
 * development server does: with the `Host` of the target, and the browser's own `Origin`.
 *
 * @returns the port.
 */
export function servePagesWithProxy(target: string): Promise<number> {
  return listen((incoming, outgoing) =>
    incoming.url?.startsWith('/api') ? passOn(target, incoming, outgoing) : emptyPage(outgoing),
  )
}

function passOn(target: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, url = '/', headers } = incoming
  const onward = request(new URL(url, target), { method, headers: { ...headers, host: new URL(target).host } })
  onward.on('response', (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
  })
  incoming.pipe(onward)
}

function emptyPage(outgoing: ServerResponse): void {
  outgoing.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>A page</title>')
}

async function listen(listener: RequestListener): Promise<number> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}
