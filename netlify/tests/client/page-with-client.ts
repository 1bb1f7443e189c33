import { createServer } from 'node:http'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll } from 'vitest'

const source = join(import.meta.dirname, '../../client/src/index.ts')

/**
 * Serves a page on a port of its own that has the whole client as `calistheniq`, until the test file
 * ends.
 *
 * @returns the address of the page.
 */
export async function pageWithClient(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    format: 'iife',
    globalName: 'calistheniq',
    write: false,
  })
  const script = outputFiles[0]?.text ?? ''
  const server = createServer((request, response) => {
    const isScript = request.url === '/client.js'
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' })
    response.end(isScript ? script : '<!doctype html><title>App</title><script src="/client.js"></script>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return `http://localhost:${typeof address === 'object' && address ? address.port : 0}/`
}
