import { connect, createServer, type Socket } from 'node:net'
import type { FaultContext } from '../context.js'
import { randomFrom } from '../random.js'
import { sleep } from '../time.js'
import { startWaitingLine } from './waiting-line.js'

/** How often, of all messages, something happens to one; together at most 1. */
export type Unruliness = {
  readonly seed: number
  readonly cut: number
  readonly delay: number
  readonly overtake: number
}

/**
 * A wire on which whole requests and answers are lost, come late, or are overtaken by those of
 * other connections.
 */
export type UnrulyWire = {
  readonly port: number
  readonly seen: { messages: number; cut: number; delayed: number; overtaken: number }
  /** Everything passes from then on. */
  readonly calm: () => void
}

const delayMsMax = 60
/** A message that is overtaken waits for so many others, at most so long. */
const overtakersMax = 4
const heldMsMax = 300

type Fate = 'cut' | 'delay' | 'overtake' | 'pass'

/**
 * Joins a free port of this machine to another port of it. What happens to the nth message of the
 * mth connection is the seed's choice.
 */
export async function startUnrulyWire(context: FaultContext, port: number, how: Unruliness): Promise<UnrulyWire> {
  const seen = { messages: 0, cut: 0, delayed: 0, overtaken: 0 }
  const suffer = sufferer(seen)
  const sockets = new Set<Socket>()
  let [calm, connections] = [false, 0]
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    connections += 1
    const random = randomFrom(how.seed + connections)
    for (const socket of [near, far]) sockets.add(socket.once('close', () => sockets.delete(socket)))
    joinThrough(near, far, async () => calm || suffer(fateOf(random(), how), random))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  context.onEnd(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    seen,
    calm: () => {
      calm = true
    },
  }
}

/** Waits as a message's fate has it; false when it is lost. */
function sufferer(seen: UnrulyWire['seen']) {
  const line = startWaitingLine(heldMsMax)
  return async (fate: Fate, random: () => number): Promise<boolean> => {
    seen.messages += 1
    if (fate === 'cut') seen.cut += 1
    if (fate === 'delay') {
      seen.delayed += 1
      await sleep(random() * delayMsMax)
    }
    if (fate === 'overtake' && (await line.wait(1 + Math.floor(random() * overtakersMax)))) seen.overtaken += 1
    line.passed()
    return fate !== 'cut'
  }
}

/**
 * Passes bytes both ways, in order; `admit` is asked once for each message, and ends the connection
 * by saying no.
 */
function joinThrough(near: Socket, far: Socket, admit: () => Promise<boolean>): void {
  let [speaker, tail]: [Socket | null, Promise<boolean>] = [null, Promise.resolve(true)]
  const end = () => {
    near.destroy()
    far.destroy()
  }
  const pass = (from: Socket, to: Socket) => {
    from.on('error', end).on('close', end)
    from.on('data', (data) => {
      // a message lasts until the other side speaks
      const begins = from !== speaker
      speaker = from
      tail = tail.then(async (alive) => alive && (!begins || (await admit())))
      void tail.then((alive) => (alive ? to.writable && to.write(data) : end()))
    })
  }
  pass(near, far)
  pass(far, near)
}

function fateOf(chance: number, { cut, delay, overtake }: Unruliness): Fate {
  if (chance < cut) return 'cut'
  if (chance < cut + delay) return 'delay'
  return chance < cut + delay + overtake ? 'overtake' : 'pass'
}
