import { connect, createServer, type Socket } from 'node:net'
import type { FaultContext } from '#tests/faults/support/context.js'

/**
 * A wire to a PostgreSQL on which nothing moves while it is frozen: no byte, no end of a
 * connection.
 */
export type StallingWire = { readonly url: string; readonly freeze: () => void; readonly thaw: () => void }

export async function startStallingWire(context: FaultContext, databaseUrl: string): Promise<StallingWire> {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let frozen = false
  const join = (from: Socket, to: Socket) => {
    sockets.add(from)
    if (frozen) from.pause()
    from.on('data', (data) => to.write(data)).on('error', () => to.destroy())
    from.on('close', () => {
      sockets.delete(from)
      to.destroy()
    })
  }
  const server = createServer((near) => {
    const far = connect(Number(target.port || 5432), target.hostname)
    join(near, far)
    join(far, near)
    if (frozen) near.pause()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const turn = (still: boolean) => () => {
    frozen = still
    for (const socket of sockets) still ? socket.pause() : socket.resume()
  }
  context.onEnd(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  const address = server.address()
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String(typeof address === 'object' && address ? address.port : 0)
  return { url: url.href, freeze: turn(true), thaw: turn(false) }
}
