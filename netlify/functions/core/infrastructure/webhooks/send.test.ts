import { expect, test } from 'vitest'
import type { Parcel } from '#domain/webhook/ports.js'
import { startDnsServer } from '#tests/support/dns-server.js'
import { isSignedWith, startReceiver, startTcpServer } from '#tests/support/webhook-receiver.js'
import { dnsResolver } from './resolve-host.js'
import { newSecret } from './secret.js'
import { type SenderOptions, webhookSender } from './send.js'

const secret = newSecret()
const parcelTo = (url: string): Parcel => ({
  id: '00000000-0000-4000-8000-000000000001',
  sentAt: new Date('2026-11-22T12:00:00.000Z'),
  body: '{"type":"session.completed","data":{"note":"Klimmzüge 💪"}}',
  url,
  secrets: [secret],
})
const sendTo = (url: string, options: Partial<SenderOptions> = {}) =>
  webhookSender({ allowPrivate: true, resolve: dnsResolver(), timeoutMs: 2_000, ...options })(parcelTo(url))

test('send delivers the message as it was signed', async () => {
  const receiver = await startReceiver()
  expect(await sendTo(receiver.url)).toEqual({ kind: 'answered', status: 204, retryAfterSeconds: null })
  const [received] = receiver.received
  expect(received).toMatchObject({
    path: '/hook',
    body: parcelTo('').body,
    headers: {
      'content-type': 'application/json',
      'webhook-id': parcelTo('').id,
      'webhook-timestamp': '1795348800',
    },
  })
  expect(received && isSignedWith(secret, received)).toBe(true)
  expect(received && isSignedWith(newSecret(), received)).toBe(false)
})

test.each([200, 201, 299, 400, 404, 410, 500, 503])('send reports the status %i', async (status) => {
  const { url } = await startReceiver((response) => response.writeHead(status).end('whatever'))
  expect(await sendTo(url)).toMatchObject({ kind: 'answered', status })
})

test('send reports Retry-After in seconds, and ignores a date or nonsense', async () => {
  const values = ['17', 'Wed, 21 Oct 2026 07:28:00 GMT', '-1', '1e9']
  const { url } = await startReceiver((response) => response.writeHead(503, { 'retry-after': values.shift() }).end())
  const told = []
  while (values.length > 0) told.push(await sendTo(url))
  expect(told.map((outcome) => outcome.kind === 'answered' && outcome.retryAfterSeconds)).toEqual([
    17,
    null,
    null,
    null,
  ])
})

test('send does not follow redirects', async () => {
  const elsewhere = await startReceiver()
  const { url } = await startReceiver((response) => response.writeHead(307, { location: elsewhere.url }).end())
  expect(await sendTo(url)).toMatchObject({ status: 307 })
  expect(elsewhere.received).toEqual([])
})

test('send reads little of an endless answer, and reports its status', async () => {
  let written = 0
  const { url } = await startReceiver((response) => {
    response.writeHead(200)
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(64 * 1024))) written += 64 * 1024
    }
    response.on('drain', more)
    more()
  })
  const start = performance.now()
  expect(await sendTo(url, { timeoutMs: 5_000 })).toMatchObject({ status: 200 })
  expect(performance.now() - start).toBeLessThan(4_000)
  // what fits into the sockets' buffers, and not gigabytes
  expect(written).toBeLessThan(32 * 1024 * 1024)
})

test('send gives up on an answer that does not come', async () => {
  const { url } = await startReceiver(() => undefined)
  expect(await sendTo(url, { timeoutMs: 200 })).toEqual({ kind: 'unanswered', reason: 'no answer within 0.2 s' })
})

test('send gives up on headers that drip forever', async () => {
  const port = await startTcpServer((socket) => {
    socket.write('HTTP/1.1 200 OK\r\n')
    const drip = setInterval(() => socket.write('x-drip: 1\r\n'), 20)
    socket.on('close', () => clearInterval(drip))
  })
  const outcome = await sendTo(`http://127.0.0.1:${port}/`, { timeoutMs: 300 })
  expect(outcome).toEqual({ kind: 'unanswered', reason: 'no answer within 0.3 s' })
})

test('send gives up on a receiver that only sends interim answers', async () => {
  const port = await startTcpServer((socket) => {
    const early = setInterval(() => socket.write('HTTP/1.1 103 Early Hints\r\n\r\n'), 20)
    socket.on('close', () => clearInterval(early))
  })
  const outcome = await sendTo(`http://127.0.0.1:${port}/`, { timeoutMs: 300 })
  expect(outcome).toEqual({ kind: 'unanswered', reason: 'no answer within 0.3 s' })
})

test('send reports the status of an answer whose body drips forever', async () => {
  const { url } = await startReceiver((response) => {
    response.writeHead(200).write('x')
  })
  expect(await sendTo(url, { timeoutMs: 300 })).toMatchObject({ kind: 'answered', status: 200 })
})

test.each([
  ['garbage', 'SSH-2.0-OpenSSH_9.6\r\n', 'did not answer in HTTP'],
  ['half an answer', 'HTTP/1.1 200 OK\r\nx', 'closed the connection without an answer'],
  ['nothing', '', 'closed the connection without an answer'],
  [
    'another protocol',
    'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n',
    'closed the connection without an answer',
  ],
  ['too many headers', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`, 'answered with too many headers'],
])('send takes %s as no answer', async (_, text, reason) => {
  const port = await startTcpServer((socket) => socket.once('data', () => socket.end(text)))
  expect(await sendTo(`http://127.0.0.1:${port}/`)).toEqual({ kind: 'unanswered', reason })
})

test('send reports a receiver that does not listen', async () => {
  const port = await startTcpServer(() => undefined)
  const closed = await sendTo(`http://127.0.0.1:${port === 65_535 ? port - 1 : port + 1}/`)
  expect(closed).toEqual({ kind: 'unanswered', reason: 'refused the connection' })
})

test('send speaks TLS to https, and does not accept plain text there', async () => {
  const first: number[] = []
  const port = await startTcpServer((socket) =>
    socket.once('data', (data) => {
      first.push(data[0] ?? 0)
      socket.end('HTTP/1.1 200 OK\r\n\r\n')
    }),
  )
  expect(await sendTo(`https://127.0.0.1:${port}/`)).toEqual({ kind: 'unanswered', reason: 'does not speak TLS' })
  // 22 begins a handshake of TLS
  expect(first).toEqual([22])
})

const guarded = { allowPrivate: false }

test.each([
  'https://127.0.0.1/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f.0.0.1/',
  'https://0/',
  'https://10.0.0.1/',
  'https://169.254.169.254/latest/meta-data/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[fd00:ec2::254]/',
  'https://localhost/',
  'https://any.localhost/',
])('send does not call %s', async (url) => {
  expect(await sendTo(url, guarded)).toEqual({ kind: 'unanswered', reason: 'the address is not public' })
})

test('send does not call http where private addresses are not allowed, even for an endpoint that was registered elsewhere', async () => {
  const receiver = await startReceiver()
  expect(await sendTo(receiver.url, guarded)).toEqual({ kind: 'unanswered', reason: 'the URL is not https' })
  expect(receiver.received).toEqual([])
})

test.each([
  ['a private address', ['10.0.0.1']],
  ['a public address and a private one', ['93.184.216.34', '192.168.0.1']],
  ['a public address and a private one of IPv6', ['93.184.216.34', 'fd00::1']],
  ['a mapped address', ['::ffff:7f00:1']],
])('send does not call a name that resolves to %s', async (_, addresses) => {
  const dns = await startDnsServer(() => addresses)
  const resolve = dnsResolver({ servers: [dns.address] })
  const outcome = await sendTo('https://hooks.example/', { ...guarded, resolve })
  expect(outcome).toEqual({ kind: 'unanswered', reason: 'the address is not public' })
})

test('send resolves a name once, and calls the address that it checked', async () => {
  let connections = 0
  const port = await startTcpServer((socket) => {
    connections += 1
    socket.end()
  })
  // nobody listens at the second address
  const dns = await startDnsServer((_, turn) => [turn === 0 ? '127.0.0.1' : '127.0.0.99'])
  await sendTo(`https://rebound.example:${port}/`, { resolve: dnsResolver({ servers: [dns.address] }) })
  expect(dns.questions.sort()).toEqual(['A rebound.example', 'AAAA rebound.example'])
  expect(connections).toBe(1)
})

test('send does not reach a name that turns private after it was checked', async () => {
  const receiver = await startReceiver()
  const port = new URL(receiver.url).port
  const dns = await startDnsServer((_, turn) => [turn === 0 ? '203.0.114.1' : '127.0.0.1'])
  const resolve = dnsResolver({ servers: [dns.address] })
  const outcome = await sendTo(`https://rebound.example:${port}/`, { ...guarded, resolve, timeoutMs: 300 })
  expect(outcome.kind).toBe('unanswered')
  expect(outcome).not.toMatchObject({ reason: 'the address is not public' })
  expect(dns.questions.sort()).toEqual(['A rebound.example', 'AAAA rebound.example'])
  expect(receiver.received).toEqual([])
})

test('send reports a name without an address, and a DNS that does not answer', async () => {
  const empty = await startDnsServer(() => [])
  const silent = await startTcpServer(() => undefined)
  const send = (server: string) =>
    sendTo('https://hooks.example/', { resolve: dnsResolver({ servers: [server], timeoutMs: 100 }), timeoutMs: 5_000 })
  const unknown = { kind: 'unanswered', reason: 'the host name does not resolve' }
  expect(await send(empty.address)).toEqual(unknown)
  expect(await send(`127.0.0.1:${silent}`)).toEqual(unknown)
})

test('send keeps its deadline when the DNS is slow', async () => {
  const resolve = () => new Promise<readonly string[]>((answer) => setTimeout(() => answer([]), 3_000).unref())
  expect(await sendTo('https://hooks.example/', { resolve, timeoutMs: 100 })).toEqual({
    kind: 'unanswered',
    reason: 'no answer within 0.1 s',
  })
})
