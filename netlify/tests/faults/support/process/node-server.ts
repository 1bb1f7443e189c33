import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

type Handler = (request: Request) => Promise<Response>

/** Serves a fetch handler over HTTP on a free port of this machine; the port. */
export async function listen(handle: Handler): Promise<number> {
  const server = createServer((incoming, outgoing) => {
    answer(handle, incoming, outgoing).catch(() => outgoing.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

async function answer(handle: Handler, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const response = await handle(requestOf(incoming))
  const body = Buffer.from(await response.arrayBuffer())
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  outgoing.end(body)
  incoming.resume()
}

/**
 * The request as a platform hands it on: every header, repeated ones too, and the body as it comes.
 */
function requestOf(incoming: IncomingMessage): Request {
  const { method = 'GET', url = '/', rawHeaders } = incoming
  const headers = new Headers()
  for (let at = 0; at < rawHeaders.length; at += 2) headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '')
  const body = method === 'GET' || method === 'HEAD' ? null : bodyOf(incoming)
  const address = url.startsWith('/') ? `http://127.0.0.1${url}` : url
  return new Request(address, { method, headers, body, duplex: 'half' })
}

/**
 * Chunks as they are asked for. What comes after the reader has had enough waits until the answer is
 * on its way, and is dropped then.
 */
function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  let open = true
  const ended = (end: () => void) => () => {
    if (open) end()
    open = false
  }
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        incoming.on('data', (chunk: Buffer) => {
          if (!open) return
          controller.enqueue(chunk)
          incoming.pause()
        })
        incoming.on(
          'end',
          ended(() => controller.close()),
        )
        incoming.on(
          'close',
          ended(() => controller.error(new Error('the request broke off'))),
        )
        incoming.on('error', () => undefined)
        incoming.pause()
      },
      pull: () => {
        incoming.resume()
      },
      cancel: ended(() => undefined),
    },
    { highWaterMark: 0 },
  )
}
