import { readdirSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { buffer, text } from 'node:stream/consumers'
import { afterAll, vi } from 'vitest'
import * as z from 'zod'
import { testSettings } from './environment.js'

const folder = join(import.meta.dirname, '../../functions')

const Shim = z.looseObject({
  default: z.custom<(request: Request, context: { ip: string }) => Promise<Response>>(
    (value) => typeof value === 'function',
  ),
  config: z.looseObject({
    path: z.union([z.string(), z.array(z.string())]).optional(),
    excludedPath: z.array(z.string()).default([]),
  }),
})

type Shim = z.output<typeof Shim>

/**
 * Serves every function on a free port of this machine, routed by the paths of the shims, on the
 * database of a test, until the test file ends.
 *
 * @param more settings besides those of every test, for the origin at which it is served.
 * @returns the origin, `http://localhost:<port>`.
 */
export async function serveFunctions(
  databaseUrl: string,
  more: (origin: string) => Promise<Record<string, string>> = async () => ({}),
): Promise<string> {
  let shims: readonly Shim[] = []
  const server = createServer((incoming, outgoing) => {
    answer(shims, incoming, outgoing).catch(() => outgoing.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const address = server.address()
  const origin = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`
  const settings = { ...testSettings, DATABASE_URL: databaseUrl, BASE_URL: origin, ...(await more(origin)) }
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'))
  shims = await Promise.all(files.map(async (name) => Shim.parse(await import(join(folder, name)))))
  afterAll(() => {
    vi.unstubAllEnvs()
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  })
  return origin
}

async function answer(shims: readonly Shim[], incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const request = await requestOf(incoming)
  const shim = shims.find((candidate) => serves(candidate, new URL(request.url).pathname))
  const context = { ip: incoming.socket.remoteAddress ?? '127.0.0.1' }
  const response = shim ? await shim.default(request, context) : new Response('Not Found', { status: 404 })
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  outgoing.end(response.body ? await text(response.body) : undefined)
}

function serves({ config }: Shim, pathname: string): boolean {
  const matches = (path: string) => new URLPattern({ pathname: path }).test({ pathname })
  return [config.path ?? []].flat().some(matches) && !config.excludedPath.some(matches)
}

async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const { method = 'GET', url = '/', headers } = incoming
  const body = method === 'GET' || method === 'HEAD' ? null : await buffer(incoming)
  const given = new Headers()
  for (const [name, value] of Object.entries(headers)) if (typeof value === 'string') given.set(name, value)
  return new Request(`http://${headers.host}${url}`, { method, headers: given, body })
}
