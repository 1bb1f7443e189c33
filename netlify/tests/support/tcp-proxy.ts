import { connect, createServer, type Socket } from 'node:net'

/**
 * The fault of the next message: it is lost on the way there, lost on the way back, or never
 * answered.
 */
export type WireFault = 'cut request' | 'cut answer' | 'swallow answer'

export type TcpProxy = {
  /** The database's URL, by way of the proxy. */
  readonly url: string
  /** The number of round trips: how often the wire turned from answering to asking. */
  readonly exchanges: () => number
  failNext(fault: WireFault): void
  close(): Promise<void>
}

/** Starts a proxy to a PostgreSQL whose connections a test can break. */
export async function startTcpProxy(databaseUrl: string): Promise<TcpProxy> {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let exchanges = 0
  let planned: WireFault | null = null
  const take = (fault: WireFault) => {
    if (planned !== fault) return false
    planned = null
    return true
  }
  const server = createServer((near) => {
    const far = connect(Number(target.port || 5432), target.hostname)
    for (const socket of [near, far]) sockets.add(socket)
    join(near, far, take, () => {
      exchanges += 1
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String(typeof address === 'object' && address ? address.port : 0)
  return {
    url: url.href,
    exchanges: () => exchanges,
    failNext: (fault) => {
      planned = fault
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Passes bytes both ways; a fault that is due breaks this one connection. */
function join(near: Socket, far: Socket, take: (fault: WireFault) => boolean, onTurn: () => void): void {
  let asking = false
  let silent = false
  const cut = () => {
    near.destroy()
    far.destroy()
  }
  for (const socket of [near, far]) socket.on('error', cut).on('close', cut)
  near.on('data', (data) => {
    if (!asking) onTurn()
    asking = true
    if (take('cut request')) cut()
    else far.write(data)
  })
  far.on('data', (data) => {
    asking = false
    silent ||= take('swallow answer')
    if (take('cut answer')) cut()
    else if (!silent) near.write(data)
  })
}
