import { createSocket } from 'node:dgram'
import { isIPv4, isIPv6 } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Open } from './webhook-receiver.js'

export type DnsServer = {
  /** For `Resolver.setServers`. */
  readonly address: string
  /** Questions so far, e.g. `A hooks.example`. */
  readonly questions: string[]
}

const typeA = 1
const typeAaaa = 28

type AddressesOf = (name: string, turn: number) => readonly string[]

/**
 * Starts a real DNS server on a free UDP port until the test ends; `answer` gives the addresses of
 * a name.
 */
export async function startDnsServer(answer: AddressesOf): Promise<DnsServer> {
  const server = await openDnsServer(answer)
  onTestFinished(async () => void (await server.close()))
  return server
}

/** Starts a server like `startDnsServer`, which the caller closes. */
export async function openDnsServer(answer: AddressesOf): Promise<Open<DnsServer>> {
  const questions: string[] = []
  const turns = new Map<string, number>()
  const socket = createSocket('udp4')
  socket.on('message', (message, peer) => {
    const { name, type, end } = readQuestion(message)
    const asked = `${type === typeA ? 'A' : 'AAAA'} ${name}`
    questions.push(asked)
    const turn = turns.get(asked) ?? 0
    turns.set(asked, turn + 1)
    const fitting = answer(name, turn).filter(type === typeA ? isIPv4 : isIPv6)
    socket.send(writeAnswer(message.subarray(0, end), type, fitting), peer.port, peer.address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  const close = () => new Promise<void>((resolve) => socket.close(() => resolve()))
  return { address: `127.0.0.1:${socket.address().port}`, questions, close }
}

/** Reads the first question of a message (RFC 1035, 4.1.2). */
function readQuestion(message: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = []
  let offset = 12
  for (let length = message[offset] ?? 0; length > 0; length = message[offset] ?? 0) {
    labels.push(message.toString('latin1', offset + 1, offset + 1 + length))
    offset += 1 + length
  }
  return { name: labels.join('.').toLowerCase(), type: message.readUInt16BE(offset + 1), end: offset + 5 }
}

function writeAnswer(question: Buffer, type: number, addresses: readonly string[]): Buffer {
  const header = Buffer.alloc(12)
  header.writeUInt16BE(question.readUInt16BE(0), 0)
  // an answer to a recursive question, by one who recurses
  header.writeUInt16BE(0x8180, 2)
  header.writeUInt16BE(1, 4)
  header.writeUInt16BE(addresses.length, 6)
  return Buffer.concat([header, question.subarray(12), ...addresses.map((address) => record(type, address))])
}

/** Writes a record for the name at offset 12, with a time to live of 0. */
function record(type: number, address: string): Buffer {
  const data = type === typeAaaa ? bytesOfIPv6(address) : Buffer.from(address.split('.').map(Number))
  const head = Buffer.alloc(12)
  head.writeUInt16BE(0xc00c, 0)
  head.writeUInt16BE(type, 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt32BE(0, 6)
  head.writeUInt16BE(data.length, 10)
  return Buffer.concat([head, data])
}

function bytesOfIPv6(address: string): Buffer {
  const [before = '', after] = address.split('::')
  const groups = (text: string) => text.split(':').filter((group) => group !== '')
  const [left, right] = [groups(before), groups(after ?? '')]
  const all = [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right]
  return Buffer.from(all.map((group) => group.padStart(4, '0')).join(''), 'hex')
}
