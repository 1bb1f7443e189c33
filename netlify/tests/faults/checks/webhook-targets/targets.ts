import type { ServerResponse } from 'node:http'
import type { FaultContext } from '#tests/faults/support/context.js'
import { type Open, openReceiver, type Received, type Receiver } from '#tests/support/webhook-receiver.js'

/** A way to fail as a receiver, and what the delivery log says of it. */
type Illness = {
  readonly name: string
  /** What it does with a request; null when nobody listens. */
  readonly misbehave: ((response: ServerResponse) => void) | null
  readonly status: number | null
  readonly error: RegExp
  /** The seconds for which it asks us to stay away. */
  readonly retryAfterSeconds?: number
}

/** A receiver that is unwell until it is healed. */
export type Target = Illness & {
  readonly url: string
  readonly received: () => readonly Received[]
  readonly heal: () => Promise<void>
}

const megabyte = 1_024 * 1_024
const unanswered = /^closed the connection without an answer$/

/** Says this much on the socket, past HTTP. */
const say = (text: string) => (response: ServerResponse) => void response.socket?.end(text)

function drip({ socket }: ServerResponse): void {
  const text = `HTTP/1.1 200 OK\r\nx-drip: ${'x'.repeat(1_000)}`
  let place = 0
  const drop = setInterval(() => socket?.write(text.charAt(place++ % text.length)), 40)
  socket?.on('close', () => clearInterval(drop))
}

/** Every illness; redirects lead to `inside`. */
export const illnesses = (inside: string): readonly Illness[] => [
  { name: 'down', misbehave: null, status: null, error: /^refused the connection$/ },
  { name: 'silent', misbehave: () => undefined, status: null, error: /^no answer within/ },
  { name: 'dripping', misbehave: drip, status: null, error: /^no answer within/ },
  { name: 'huge', misbehave: huge, status: 500, error: /^answered 500$/ },
  { name: 'garbage', misbehave: say('SSH-2.0-OpenSSH_9.6\r\n'), status: null, error: /^did not answer in HTTP$/ },
  {
    name: 'another protocol',
    misbehave: say('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'),
    status: null,
    error: unanswered,
  },
  { name: 'hanging up', misbehave: ({ socket }) => void socket?.destroy(), status: null, error: unanswered },
  {
    name: 'redirecting inside',
    misbehave: (response) => response.writeHead(307, { location: inside }).end(),
    status: 307,
    error: /^answered 307; redirects are not followed$/,
  },
  { name: 'failing', misbehave: (response) => response.writeHead(500).end('no'), status: 500, error: /^answered 500$/ },
  {
    name: 'busy',
    misbehave: (response) => response.writeHead(429, { 'retry-after': '7200' }).end(),
    status: 429,
    error: /^answered 429$/,
    retryAfterSeconds: 7_200,
  },
]

function huge(response: ServerResponse): void {
  response.writeHead(500)
  for (let written = 0; written < 12; written += 1) response.write(Buffer.alloc(megabyte, 'x'))
  response.end()
}

/** Opens a receiver with an illness on a free port of this machine, until the check ends. */
export async function openTarget(context: FaultContext, illness: Illness): Promise<Target> {
  const { misbehave } = illness
  let well = false
  let receiver: Open<Receiver> = await openReceiver((response) => {
    if (well || misbehave === null) response.writeHead(204).end()
    else misbehave(response)
  })
  if (misbehave === null) await receiver.close()
  context.onEnd(async () => receiver.close())
  return {
    ...illness,
    url: receiver.url,
    received: () => receiver.received,
    heal: async () => {
      well = true
      if (misbehave === null) receiver = await openReceiver(undefined, Number(new URL(receiver.url).port))
    },
  }
}
