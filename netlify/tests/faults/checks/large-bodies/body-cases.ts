import { gzipSync } from 'node:zlib'
import type { Parts } from '#tests/faults/support/requests/raw-request.js'

/** A body that no honest client sends. */
export type BodyCase = {
  readonly name: string
  readonly headers: readonly string[]
  readonly body: Parts
  /** The statuses that are allowed. */
  readonly statuses: readonly number[]
  /** Bytes that may be sent before the answer: what buffers hold, and not the whole body. */
  readonly bytesMax?: number
}

const mebibyte = 2 ** 20
export const hugeBytes = 50 * mebibyte
const early = 16 * mebibyte

/** So many bytes of spaces, which JSON may have as many of as it likes. */
export function* spaces(bytes: number): Generator<Buffer> {
  const part = Buffer.alloc(65_536, 0x20)
  for (let left = bytes; left > 0; left -= part.length) yield part
}

function* chunked(parts: Iterable<Buffer>): Generator<Buffer> {
  for (const part of parts)
    yield Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')])
  yield Buffer.from('0\r\n\r\n')
}

const whole = (
  name: string,
  text: string | Buffer,
  statuses: readonly number[],
  headers: readonly string[] = [],
): BodyCase => {
  const body = Buffer.from(text)
  return { name, headers: [`Content-Length: ${body.length}`, ...headers], body: [body], statuses }
}

const lying = (name: string, length: string, statuses: readonly number[]): BodyCase => ({
  name,
  headers: [`Content-Length: ${length}`],
  body: [Buffer.from('{"name": "Ada"}')],
  statuses,
})

/** Bodies that are too large, too deep, too long, compressed, or not what they say. */
export function bodyCases(): BodyCase[] {
  const long = 1_000_000
  const keys = Array.from({ length: 60_000 }, (_, index) => `"field${index}":1`).join(',')
  return [
    {
      name: '50 MiB',
      headers: [`Content-Length: ${hugeBytes}`],
      body: spaces(hugeBytes),
      statuses: [413],
      bytesMax: early,
    },
    {
      name: '50 MiB in chunks',
      headers: ['Transfer-Encoding: chunked'],
      body: chunked(spaces(hugeBytes)),
      statuses: [413],
      bytesMax: early,
    },
    lying('shorter than it says it is not', '4', [400]),
    lying('a length beyond all numbers', '9'.repeat(30), [400, 413]),
    lying('a length below zero', '-1', [400]),
    lying('a length that is no number', 'many', [400]),
    lying('two lengths', '15\r\nContent-Length: 14', [400]),
    lying('a length, and chunks', '15\r\nTransfer-Encoding: chunked', [400]),
    whole('100,000 arrays in each other', '['.repeat(100_000), [400]),
    whole('100,000 objects in each other', '{"a":'.repeat(100_000), [400]),
    whole('100,000 arrays in each other, closed', `{"name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, [400]),
    whole('a long text', `{"name":"${'a'.repeat(long)}"}`, [422]),
    whole('a long key', `{"${'a'.repeat(long)}":1}`, [422]),
    whole('a long number', `{"bodyMassKg":${'7'.repeat(long)}}`, [400]),
    whole('a number with many places', `{"bodyMassKg":70.${'0'.repeat(long)}1}`, [200, 400, 422]),
    whole('a number with a large exponent', '{"bodyMassKg":1e999999}', [400]),
    whole('many unknown fields', `{${keys}}`, [422]),
    whole('many escapes', `{"name":"${'\\u0041'.repeat(170_000)}"}`, [422]),
    whole('a long list', `{"equipment":[${'"wall",'.repeat(120_000)}"wall"]}`, [422]),
    whole('gzip that becomes 100 MiB', gzipSync(Buffer.alloc(100 * mebibyte, 0x20)), [415], ['Content-Encoding: gzip']),
    whole('JSON that says it is gzip', '{"name":"Ada"}', [415], ['Content-Encoding: gzip']),
    whole('several codings', '{"name":"Ada"}', [415], ['Content-Encoding: identity, br']),
    whole('no coding, said', '{"name":"Ada"}', [200], ['Content-Encoding: identity']),
    // beyond what Node takes (16 KiB), and little enough to be read whole: who still sends may lose
    // the answer
    whole(
      'thousands of headers',
      '{"name":"Ada"}',
      [400, 431],
      Array.from({ length: 2_500 }, (_, index) => `X-${index}: a`),
    ),
    whole('a long header', '{"name":"Ada"}', [400, 431], [`X-Long: ${'a'.repeat(20_000)}`]),
  ]
}
