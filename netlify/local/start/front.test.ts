import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { connect, createServer as createTcpServer } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '#local/postgres/free-port.js'
import { type Front, openFront } from './front.js'

type Heard = {
  readonly at: string
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

const options = { requestMsMax: 500, mailFolder: '/nowhere' }
const heard: Heard[] = []
const servers: Server[] = []
let front: Front
let origin: string

/** A server that writes down what it hears; `/api/none` it does not have. */
async function upstream(at: string): Promise<number> {
  const port = await freePort()
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    // a request that is cut off is not heard
    const whole = await pipeline(request, async (source) => {
      for await (const chunk of source) chunks.push(chunk)
    }).then(
      () => true,
      () => false,
    )
    if (!whole) return
    const { method = '', url = '', headers } = request
    heard.push({ at, method, url, headers, body: Buffer.concat(chunks).toString() })
    response.writeHead(url === '/api/none' ? 404 : 200, { 'x-at': at }).end('answer')
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return port
}

beforeAll(async () => {
  front = await openFront(await freePort(), options)
  origin = `http://127.0.0.1:${front.port}`
})

afterAll(async () => {
  await front.close()
  for (const server of servers) server.close()
})

test('the front answers 503 with Retry-After until it is opened', async () => {
  const response = await fetch(`${origin}/api/v1/levels`)
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1'])
})

test('the front sends the API to the functions, and everything else to the site', async () => {
  front.open({ sitePort: await upstream('site'), functionsPort: await upstream('functions') })
  const at = async (path: string) => (await fetch(`${origin}${path}`)).headers.get('x-at')
  expect(await Promise.all(['/api/v1/me', '/api', '/.netlify/functions/x'].map(at))).toEqual(Array(3).fill('functions'))
  expect(await Promise.all(['/', '/apis', '/docs/api'].map(at))).toEqual(Array(3).fill('site'))
})

test('the front passes a request on unchanged, with the true address of its sender', async () => {
  const headers = { 'x-forwarded-for': '203.0.113.9', 'x-own': 'kept', 'content-type': 'application/json' }
  await fetch(`${origin}/api/v1/sessions?a=%20b`, { method: 'POST', headers, body: '{"reps":8}' })
  expect(heard.at(-1)).toMatchObject({
    method: 'POST',
    url: '/api/v1/sessions?a=%20b',
    body: '{"reps":8}',
    headers: { 'x-own': 'kept', 'x-forwarded-for': '127.0.0.1', host: `127.0.0.1:${front.port}` },
  })
})

test('the front asks only once for an answer of 404', async () => {
  const before = heard.length
  expect((await fetch(`${origin}/api/none`)).status).toBe(404)
  expect(heard.length - before).toBe(1)
})

/** Sends bytes as they are, and returns all that comes back until the connection is closed. */
async function sendRaw(...lines: readonly string[]): Promise<string> {
  const socket = connect(front.port, '127.0.0.1')
  socket.write(lines.join('\r\n'))
  let answer = ''
  for await (const chunk of socket) answer += chunk
  return answer
}

test('the front leaves the body of a GET away, as the platform does', async () => {
  const answer = await sendRaw(
    'GET /api/v1/levels HTTP/1.1',
    'Host: x',
    'Connection: close',
    'Content-Length: 2',
    '',
    '{}',
  )
  expect(answer).toMatch(/^HTTP\/1\.1 200/)
  expect(heard.at(-1)).toMatchObject({ method: 'GET', url: '/api/v1/levels', body: '' })
  expect(heard.at(-1)?.headers).not.toHaveProperty('content-length')
})

test('the front lets the API refuse a compressed body, and passes on no byte of it', async () => {
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
  await fetch(`${origin}/api/v1/sessions`, { method: 'POST', headers, body: 'no gzip at all' })
  expect(heard.at(-1)).toMatchObject({ url: '/api/v1/sessions', body: '', headers })
  expect(Object.keys(heard.at(-1)?.headers ?? {})).not.toEqual(expect.arrayContaining(['content-length']))
})

test('the front answers 408 when a body stalls', async () => {
  const answer = await sendRaw('POST /api/v1/sessions HTTP/1.1', 'Host: x', 'Content-Length: 200', '', '{"a":')
  expect(answer).toMatch(/^HTTP\/1\.1 408/)
})

test('openFront refuses a port that is taken, with the remedy', async () => {
  await expect(openFront(front.port, options)).rejects.toThrow(`Port ${front.port} is taken: end what listens there`)
})

test('openFront refuses a port that is taken for IPv6 only, because localhost may lead there', async () => {
  const other = createTcpServer()
  const port = await freePort()
  const hasIpv6 = await new Promise<boolean>((resolve) => {
    other.once('error', () => resolve(false))
    other.listen({ port, host: '::1', ipv6Only: true }, () => resolve(true))
  })
  const opened = openFront(port, options)
  if (hasIpv6) await expect(opened).rejects.toThrow(`Port ${port} is taken`)
  else await (await opened).close()
  other.close()
})
