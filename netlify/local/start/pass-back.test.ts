import { randomBytes } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, createGunzip, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '#local/postgres/free-port.js'
import { type Front, openFront } from './front.js'

const library = JSON.stringify(Array.from({ length: 400 }, (_, level) => ({ slug: `exercise-${level}`, level })))
const zip = randomBytes(5_000)
const json = { 'content-type': 'application/json; charset=utf-8', vary: 'Origin' }
const tag = '"3.k3J9aQXq0vT2b9eA"'
const asked: IncomingHttpHeaders[] = []

/** Settles when the client has the first part of a slow answer. */
const firstSeen = Promise.withResolvers<void>()

let upstream: Server
let front: Front

beforeAll(async () => {
  upstream = createServer(async ({ url, method, headers }, response) => {
    asked.push(headers)
    const known = headers['if-none-match']?.startsWith('"3.')
    if (url === '/api/small') response.writeHead(200, json).end('{"reps":8}')
    else if (url === '/api/zip') response.writeHead(200, { 'content-type': 'application/zip' }).end(zip)
    else if (url === '/api/cut')
      response.writeHead(200, { ...json, 'content-length': '9999' }).write(library.slice(0, 3_000))
    else if (url === '/api/slow') {
      response.writeHead(200, json).write(library.slice(0, 2_000))
      await firstSeen.promise
      response.end(library.slice(2_000))
    } else response.writeHead(known ? 304 : 200, { ...json, etag: tag }).end(known || method === 'HEAD' ? '' : library)
    if (url === '/api/cut') setTimeout(() => response.destroy(), 50)
  })
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve))
  const { port } = upstream.address() as AddressInfo
  front = await openFront(await freePort(), { requestMsMax: 5_000, mailFolder: '/nowhere' })
  front.open({ sitePort: port, functionsPort: port })
})

afterAll(async () => {
  await front.close()
  upstream.close()
})

type Asked = { readonly accept?: string; readonly method?: string; readonly headers?: Record<string, string> }

/** Asks without unpacking, as `fetch` would do by itself. */
function ask(path: string, { accept, method = 'GET', headers = {} }: Asked = {}) {
  return new Promise<{ status: number | undefined; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    const all = { ...headers, ...(accept ? { 'accept-encoding': accept } : {}) }
    request({ host: '127.0.0.1', port: front.port, path, method, headers: all }, (answer) => {
      buffer(answer).then((body) => resolve({ status: answer.statusCode, headers: answer.headers, body }), reject)
    })
      .on('error', reject)
      .end()
  })
}

test('the front compresses what a client accepts, and says that it depends on that', async () => {
  const [plain, gzip, br] = await Promise.all([
    ask('/api/x'),
    ask('/api/x', { accept: 'gzip' }),
    ask('/api/x', { accept: 'gzip, br' }),
  ])
  expect(plain.headers).toMatchObject({ vary: 'Origin, Accept-Encoding', etag: tag })
  expect(plain.headers).not.toHaveProperty('content-encoding')
  expect(gzip.headers).toMatchObject({ vary: 'Origin, Accept-Encoding', 'content-encoding': 'gzip' })
  expect(br.headers).toMatchObject({ vary: 'Origin, Accept-Encoding', 'content-encoding': 'br' })
  const unpacked = [plain.body, gunzipSync(gzip.body), brotliDecompressSync(br.body)].map(String)
  expect(unpacked).toEqual([library, library, library])
  expect(gzip.body.length).toBeLessThan(plain.body.length / 4)
})

test('the tag of a compressed answer is one of its own, and comes back as it is', async () => {
  const { headers } = await ask('/api/x', { accept: 'gzip' })
  expect(headers.etag).toBe('"3.k3J9aQXq0vT2b9eA-df"')
  const again = await ask('/api/x', { accept: 'gzip', headers: { 'if-none-match': `${headers.etag}` } })
  expect([again.status, again.headers.etag, again.body.length]).toEqual([304, headers.etag, 0])
  const plain = await ask('/api/x', { headers: { 'if-none-match': tag } })
  expect([plain.status, plain.headers.etag]).toEqual([304, tag])
  await ask('/api/x', { method: 'PATCH', headers: { 'if-match': `${headers.etag}` } })
  expect(asked.at(-1)).toMatchObject({ 'if-match': headers.etag })
})

test('the front leaves alone what is small, what is no text, and HEAD', async () => {
  const accept = 'gzip, br'
  const small = await ask('/api/small', { accept })
  expect([String(small.body), small.headers['content-encoding']]).toEqual(['{"reps":8}', undefined])
  const file = await ask('/api/zip', { accept })
  expect([file.body.equals(zip), file.headers['content-encoding'], file.headers.vary]).toEqual([
    true,
    undefined,
    undefined,
  ])
  const head = await ask('/api/x', { accept, method: 'HEAD' })
  expect([head.status, head.headers['content-encoding'], head.headers.etag]).toEqual([200, undefined, tag])
})

test('what is made slowly arrives while it is made', async () => {
  const asking = { host: '127.0.0.1', port: front.port, path: '/api/slow', headers: { 'accept-encoding': 'gzip' } }
  const whole = await new Promise<Buffer>((resolve, reject) => {
    request(asking, (answer) => {
      // the rest is made only after this
      const unpacked = answer.pipe(createGunzip()).once('readable', firstSeen.resolve)
      buffer(unpacked).then(resolve, reject)
    })
      .on('error', reject)
      .end()
  })
  expect(String(whole)).toBe(library)
})

test('an answer that breaks off breaks off for the client too', async () => {
  await expect(ask('/api/cut', { accept: 'gzip' })).rejects.toThrow('aborted')
})
