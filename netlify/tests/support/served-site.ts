import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { afterAll } from 'vitest'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.md': 'text/markdown; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
}

/**
 * Serves a folder as the platform serves the published site, with its policy of content, and the API
 * under the same origin, until the test file ends.
 *
 * @returns the origin.
 */
export async function serveSite(folder: string, apiOrigin: string): Promise<string> {
  const policy = /Content-Security-Policy = "(.*)"/.exec(readFileSync('netlify.toml', 'utf8'))?.[1] ?? ''
  const server = createServer((incoming, outgoing) => {
    if (incoming.url?.startsWith('/api/')) handOn(incoming, outgoing, apiOrigin)
    else answerFile(folder, incoming.url ?? '/', outgoing.setHeader('content-security-policy', policy))
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  afterAll(() => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  })
  const address = server.address()
  return `http://localhost:${typeof address === 'object' && address ? address.port : 0}`
}

function answerFile(folder: string, url: string, outgoing: ServerResponse): void {
  const path = new URL(url, 'http://localhost').pathname
  const file = ['', '.html', 'index.html', '/index.html']
    .map((end) => join(folder, `${path}${end}`))
    .find((candidate) => extname(candidate) !== '' && existsSync(candidate))
  outgoing.writeHead(file ? 200 : 404, { 'content-type': types[extname(file ?? '')] ?? 'text/plain' })
  outgoing.end(file ? readFileSync(file) : 'Not Found')
}

function handOn(incoming: IncomingMessage, outgoing: ServerResponse, apiOrigin: string): void {
  const { method, headers, url } = incoming
  const onward = request(`${apiOrigin}${url}`, { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
  })
  onward.on('error', () => outgoing.destroy())
  incoming.pipe(onward)
}
