import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

/** A request as the API received it. */
export type Received = {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** What the API does next: answers, or cuts the connection after it has read the request. */
export type Step =
  | 'cut'
  | { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: unknown }
  | ((received: Received) => Exclude<Step, 'cut' | ((...given: never[]) => unknown)>)

/**
 * Serves scripted answers over HTTP until the test ends, one for each request; the last one stays.
 *
 * @returns its address, and what it received.
 */
export async function scriptedApi(...steps: Step[]) {
  const received: Received[] = []
  const server = createServer(async (incoming, outgoing) => {
    const { method = '', url = '', headers } = incoming
    const request = { method, url, headers, body: await text(incoming) }
    received.push(request)
    const step = steps.length > 1 ? steps.shift() : steps[0]
    if (step === 'cut' || step === undefined) return outgoing.destroy()
    const { status = 200, headers: given, body } = typeof step === 'function' ? step(request) : step
    outgoing.writeHead(status, { 'content-type': 'application/json', ...given })
    return outgoing.end(body === undefined ? undefined : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { baseUrl: `http://127.0.0.1:${port}/api/v1`, received }
}

/** Writes a problem document. */
export function problem(status: number, code: string, headers: Record<string, string> = {}) {
  return {
    status,
    headers: { 'content-type': 'application/problem+json', 'x-request-id': 'request-1', ...headers },
    body: { type: `https://example.com/problems#${code}`, title: code, status, detail: `It is ${code}.`, code },
  }
}
