import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type RequestListener, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A request as the receiver saw it. */
export type Received = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string }

export type Receiver = { readonly url: string; readonly received: Received[] }

/** A server that its caller closes. */
export type Open<Opened> = Opened & { readonly close: () => Promise<unknown> }

type AnswerWith = (response: ServerResponse, request: Received) => void

/** Starts a real HTTP server on a free port until the test ends; it answers 204 by default. */
export async function startReceiver(answer?: AnswerWith): Promise<Receiver> {
  const receiver = await openReceiver(answer)
  onTestFinished(async () => void (await receiver.close()))
  return receiver
}

/** Starts a receiver like `startReceiver`, which the caller closes, on any or the given port. */
export async function openReceiver(
  answer: AnswerWith = (response) => response.writeHead(204).end(),
  port = 0,
): Promise<Open<Receiver>> {
  const received: Received[] = []
  const listener: RequestListener = (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const seen = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() }
      received.push(seen)
      answer(response, seen)
    })
  }
  const server = createServer(listener)
  await new Promise<void>((resolve, reject) => server.on('error', reject).listen(port, '127.0.0.1', resolve))
  const close = () => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, received, close }
}

/** Starts a TCP server that calls `speak` for each connection, and returns its port. */
export async function startTcpServer(speak: (socket: Socket) => void): Promise<number> {
  const { port, close } = await openTcpServer(speak)
  onTestFinished(async () => void (await close()))
  return port
}

/** Starts a server like `startTcpServer`, which the caller closes. */
export async function openTcpServer(speak: (socket: Socket) => void): Promise<Open<{ readonly port: number }>> {
  const sockets = new Set<Socket>()
  const server = createTcpServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    speak(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    for (const socket of sockets) socket.destroy()
    return new Promise((resolve) => server.close(resolve))
  }
  return { port: (server.address() as AddressInfo).port, close }
}

/** Verifies a message by the text of Standard Webhooks: any signature of the list may match. */
export function isSignedWith(secret: string, { headers, body }: Received): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const expected = createHmac('sha256', key)
    .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.`)
    .update(body)
    .digest()
  return String(headers['webhook-signature'])
    .split(' ')
    .map((signature) => signature.split(','))
    .some(([version, value = '']) => {
      const given = Buffer.from(value, 'base64')
      return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected)
    })
}
