import { createServer, type Socket } from 'node:net'
import type { FaultContext } from '#tests/faults/support/context.js'

/**
 * What a server that is no Redis does with what it is sent, or with the connection itself (no
 * data).
 */
export type Manners = (socket: Socket, data: Buffer | null) => void

/** Listens where a Redis is expected, and returns its URL. */
export async function startFalseRedis(context: FaultContext, manners: Manners): Promise<string> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
    socket.on('data', (data) => manners(socket, data))
    manners(socket, null)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  context.onEnd(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  const address = server.address()
  return `redis://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

const asked = (data: Buffer | null, command: string) => data?.includes(command) ?? false

/**
 * Answers a PING as Redis does, so that the connection is trusted, and everything else by `reply`.
 */
const politeTo = (reply: () => string | Buffer): Manners => {
  return (socket, data) => {
    if (data) socket.write(asked(data, 'PING') ? '+PONG\r\n' : reply())
  }
}

/** Every way not to be a Redis, by name. */
export function mannersOf(random: () => number): ReadonlyMap<string, Manners> {
  const pick = <Value>(values: readonly [Value, ...Value[]]) =>
    values[Math.floor(random() * values.length)] ?? values[0]
  const bytes = () =>
    Buffer.from(Array.from({ length: 1 + Math.floor(random() * 400) }, () => Math.floor(random() * 256)))
  return new Map<string, Manners>([
    ['says nothing', () => undefined],
    ['says nothing but PONG', politeTo(() => '')],
    ['hangs up', (socket) => socket.destroy()],
    ['hangs up when asked', (socket, data) => data && !asked(data, 'PING') && socket.destroy()],
    [
      'is a web server',
      (socket, data) => data && socket.write('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'),
    ],
    ['sends bytes at random', politeTo(bytes)],
    ['talks before it is asked', (socket, data) => socket.write(data ? '+PONG\r\n' : '$3\r\nyes\r\n')],
    [
      'refuses',
      politeTo(() => pick(['-NOAUTH Authentication required.\r\n', '-LOADING dataset\r\n', '-OOM used memory\r\n'])),
    ],
    [
      'answers with other types',
      politeTo(() => pick([':7\r\n', '*0\r\n', '$-1\r\n', '*2\r\n:1\r\n*0\r\n', '*3\r\n$-1\r\n$-1\r\n$-1\r\n'])),
    ],
    ['answers twice', politeTo(() => '*2\r\n$-1\r\n$4\r\nnull\r\n+OK\r\n')],
    ['promises more than it sends', politeTo(() => '*2\r\n$1\r\ng\r\n$99999999\r\nshort')],
  ])
}
