import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { redisLink } from './redis-link.js'

/** A server that does with each connection what it is told; its URL, and how many came. */
async function server(onConnection: (socket: Socket) => void) {
  const sockets = new Set<Socket>()
  const listening = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined))
    onConnection(socket)
  }).listen(0, '127.0.0.1')
  await once(listening, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    listening.close()
  })
  const address = listening.address()
  return {
    url: `redis://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    connections: () => sockets.size,
  }
}

/** Answers a PING, and every other command as told. */
const answering = (reply: string) => (socket: Socket) =>
  socket.on('data', (data) => socket.write(data.includes('PING') ? '+PONG\r\n' : reply))

function link(url: string, times = {}) {
  const outages: unknown[] = []
  const made = redisLink({ url, onOutage: (error) => outages.push(error), times: { commandMsMax: 100, ...times } })
  onTestFinished(() => made.close())
  return { ask: () => made.ask((client) => client.mGet(['key'])), outages }
}

test('redisLink gives the reply, over one connection', async () => {
  const { url, connections } = await server(answering('*1\r\n$2\r\nhi\r\n'))
  const { ask, outages } = link(url)
  expect([await ask(), await ask()]).toEqual([['hi'], ['hi']])
  expect({ connections: connections(), outages }).toEqual({ connections: 1, outages: [] })
})

test('redisLink warns once about many failures', async () => {
  const { ask, outages } = link('redis://127.0.0.1:1', { pauseMsMin: 5 })
  for (let n = 0; n < 20; n += 1) {
    expect(await ask()).toBeNull()
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  expect(outages).toHaveLength(1)
})

test('redisLink does not wait after a failure', async () => {
  const { url } = await server(() => undefined)
  const { ask } = link(url, { connectMsMax: 300, pauseMsMin: 10 })
  await ask()
  const started = performance.now()
  for (let n = 0; n < 1_000; n += 1) await ask()
  expect(performance.now() - started).toBeLessThan(250)
})

test('redisLink pauses longer after each failed attempt', async () => {
  const { url, connections } = await server((socket) => socket.destroy())
  const { ask } = link(url, { pauseMsMin: 20 })
  const end = performance.now() + 1_000
  while (performance.now() < end) {
    await ask()
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  // 20, 40, 80, 160, 320 ms, ...: 50 attempts if it did not grow
  expect(connections()).toBeGreaterThan(2)
  expect(connections()).toBeLessThan(10)
})

test.for([
  ['a reply outside the protocol', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
  ['an error', '-LOADING Redis is loading the dataset in memory\r\n'],
  ['a second reply', '*1\r\n$2\r\nhi\r\n*1\r\n$5\r\nwrong\r\n'],
] as const)(
  'redisLink closes the connection after %s, so that no reply answers the wrong question',
  async ([, reply]) => {
    const { url, connections } = await server(answering(reply))
    const { ask } = link(url, { pauseMsMin: 10 })
    for (let n = 0; n < 10; n += 1) {
      expect([null, ['hi']]).toContainEqual(await ask())
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect(connections()).toBeGreaterThan(1)
  },
)

test('redisLink reconnects without a warning when an idle connection has ended', async () => {
  const open: Socket[] = []
  const { url, connections } = await server((socket) => {
    open.push(socket)
    answering('*1\r\n$2\r\nhi\r\n')(socket)
  })
  const { ask, outages } = link(url, { connectMsMax: 5_000, commandMsMax: 5_000 })
  await ask()
  open[0]?.destroy()
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await ask()).toEqual(['hi'])
  expect({ connections: connections(), outages }).toEqual({ connections: 2, outages: [] })
})
