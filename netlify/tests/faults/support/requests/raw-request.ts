import { connect } from 'node:net'

/** What came back over a socket; status is null where the connection ended without an answer. */
export type RawAnswer = {
  readonly status: number | null
  readonly text: string
  /** Bytes of the body that the machine took from the client before the answer was there. */
  readonly bytesSent: number
  readonly ms: number
}

/** The parts of a body, in order; each is asked for when the one before it is on its way. */
export type Parts = Iterable<Buffer> | AsyncIterable<Buffer>

const msMax = 30_000

/** The head of a request that changes an athlete's profile, with what it says of its body. */
export function headOfPatch(token: string, headers: readonly string[]): string {
  return [
    'PATCH /api/v1/me HTTP/1.1',
    'Host: 127.0.0.1',
    `Authorization: Bearer ${token}`,
    'Content-Type: application/json',
    ...headers,
    '\r\n',
  ].join('\r\n')
}

/** Sends bytes as they are, and stops as soon as there is an answer. */
export function rawRequest(port: number, head: string, parts: Parts = []): Promise<RawAnswer> {
  const started = performance.now()
  const socket = connect(port, '127.0.0.1')
  let [text, bytesSent, over] = ['', 0, false]
  return new Promise((resolve) => {
    const finish = () => {
      over = true
      clearTimeout(timer)
      socket.destroy()
      const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]
      resolve({ status: status ? Number(status) : null, text, bytesSent, ms: performance.now() - started })
    }
    const timer = setTimeout(finish, msMax)
    socket.setEncoding('latin1')
    socket.on('data', (data) => {
      text += data
      if (isWhole(text)) finish()
    })
    socket.on('error', () => undefined).on('close', finish)
    const send = async () => {
      socket.write(Buffer.from(head, 'latin1'))
      for await (const part of parts) {
        if (over) return
        if (!socket.write(part)) await drained(socket)
        bytesSent += part.length
        // a machine that takes all at once would leave no turn in which the answer is read
        await new Promise(setImmediate)
      }
    }
    send().catch(finish)
  })
}

function drained(socket: ReturnType<typeof connect>): Promise<void> {
  return new Promise((resolve) => {
    socket.once('drain', resolve).once('close', resolve)
  })
}

/** Whether an answer has come to its end, by its length or by its last chunk. */
function isWhole(text: string): boolean {
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) return false
  const head = text.slice(0, end)
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (length) return text.length >= end + 4 + Number(length)
  return /\r\ntransfer-encoding: chunked/i.test(head)
    ? text.endsWith('\r\n0\r\n\r\n')
    : /^HTTP\/1\.1 (204|304)/.test(head)
}
