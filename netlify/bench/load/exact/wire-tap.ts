import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'
import { endWithBench } from '../servers/server.js'
import { messageReader, noticeText, textsIn } from './messages.js'

/** What went over the wire. */
export type Heard = {
  /** How often a client asked and waited. */
  roundTrips: number
  /** The text of each statement that was run, without those that begin and end transactions. */
  statements: string[]
  /** What the server said besides; plans, where auto_explain is on. */
  notices: string[]
}

/** Stands between a server under test and PostgreSQL, and counts, whatever the driver. */
export type WireTap = {
  /** The same database, through the tap. */
  readonly url: string
  /** What was heard since the last call. */
  readonly take: () => Heard
  readonly end: () => Promise<void>
}

const framing = /^\s*(begin|start transaction|commit|rollback|end)\b/i

/** Opens a tap on the way to a database, on a free port of this machine. */
export async function openWireTap(databaseUrl: string): Promise<WireTap> {
  const target = new URL(databaseUrl)
  let heard = nothing()
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname)
    const fromClient = clientListener(() => heard)
    const fromServer = messageReader(false)
    client.on('data', fromClient)
    upstream.on('data', (chunk) => {
      for (const { type, body } of fromServer(chunk)) if (type === 'N') heard.notices.push(noticeText(body))
    })
    client.pipe(upstream).pipe(client)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => {
        client.destroy()
        upstream.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(databaseUrl)
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const take = () => {
    const taken = heard
    heard = nothing()
    return taken
  }
  const end = async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
  return endWithBench({ url: url.href, take, end })
}

function nothing(): Heard {
  return { roundTrips: 0, statements: [], notices: [] }
}

/** Follows one connection: which statements were prepared under which names, and what is run. */
function clientListener(heard: () => Heard): (chunk: Buffer) => void {
  const read = messageReader(true)
  const prepared = new Map<string, string>()
  const bound = new Map<string, string>()
  const run = (text: string) => {
    if (!framing.test(text)) heard().statements.push(text)
  }
  return (chunk) => {
    for (const { type, body } of read(chunk)) {
      const [first = '', second = ''] =
        'PBEQ'.includes(type) && type ? textsIn(body, type === 'P' || type === 'B' ? 2 : 1) : []
      if (type === 'P') prepared.set(first, second)
      if (type === 'B') bound.set(first, prepared.get(second) ?? '')
      if (type === 'E') run(bound.get(first) ?? '')
      if (type === 'Q') run(first)
      if (type === 'Q' || type === 'S') heard().roundTrips += 1
    }
  }
}
