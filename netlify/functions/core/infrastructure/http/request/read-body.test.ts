import { describe, expect, test } from 'vitest'
import { deadlineIn } from '../deadline.js'
import { bodyBytesMax, readBody } from './read-body.js'

const read = (request: Request) => readBody(request, deadlineIn(5_000))

type Body = NonNullable<RequestInit['body']>

const requestWith = (body: Body | null, headers: Record<string, string> = {}) =>
  new Request('http://localhost/', { method: 'POST', body, headers, duplex: 'half' })

/** Chunks of 64 KiB; tells how many were asked for. */
function stream(chunks: number): { readonly body: ReadableStream<Uint8Array>; readonly pulled: () => number } {
  let pulled = 0
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      pulled += 1
      controller.enqueue(new Uint8Array(65_536).fill(0x20))
      if (pulled === chunks) controller.close()
    },
  })
  return { body, pulled: () => pulled }
}

describe('readBody reads', () => {
  test('text across the borders of chunks', async () => {
    const bytes = new TextEncoder().encode('"é😀"')
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
        controller.close()
      },
    })
    expect(await read(requestWith(body))).toBe('"é😀"')
  })

  test('an empty body as an empty text', async () => expect(await read(requestWith(null))).toBe(''))

  test('a body of exactly the limit', async () => {
    expect((await read(requestWith(stream(16).body))).length).toBe(bodyBytesMax)
    expect((await read(requestWith('a'.repeat(bodyBytesMax)))).length).toBe(bodyBytesMax)
  })
})

describe('readBody refuses', () => {
  test('a body one byte above the limit', async () => {
    await expect(read(requestWith('a'.repeat(bodyBytesMax + 1)))).rejects.toThrow('PAYLOAD_TOO_LARGE')
  })

  test('a body above the limit in bytes and below it in characters', async () => {
    await expect(read(requestWith('é'.repeat(bodyBytesMax / 2 + 1)))).rejects.toThrow('PAYLOAD_TOO_LARGE')
  })

  test('a body that breaks off', async () => {
    const body = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error('gone')) })
    await expect(read(requestWith(body))).rejects.toMatchObject({ code: 'MALFORMED_REQUEST' })
  })

  test('a long stream before its end', async () => {
    const { body, pulled } = stream(1_000)
    await expect(read(requestWith(body))).rejects.toThrow('PAYLOAD_TOO_LARGE')
    expect(pulled()).toBeLessThan(25)
  })

  test('a Content-Length above the limit before it reads', async () => {
    const { body, pulled } = stream(1_000)
    await expect(read(requestWith(body, { 'content-length': '2000000' }))).rejects.toThrow('PAYLOAD_TOO_LARGE')
    expect(pulled()).toBeLessThan(3)
  })

  test.each([
    ['a byte order mark', [0xef, 0xbb, 0xbf, 0x7b, 0x7d]],
    ['a lone continuation byte', [0x22, 0x80, 0x22]],
    ['an overlong form', [0x22, 0xc0, 0xaf, 0x22]],
    ['an encoded surrogate', [0x22, 0xed, 0xa0, 0x80, 0x22]],
    ['a character cut in two', [0x22, 0xf0, 0x9f]],
    ['UTF-16', [0xff, 0xfe, 0x7b, 0x00]],
  ])('%s', async (_, bytes) => {
    await expect(read(requestWith(Uint8Array.from(bytes)))).rejects.toThrow('MALFORMED_REQUEST')
  })
  test('a body that does not arrive in time, and tells the sender to stop', async () => {
    let stopped = false
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new Uint8Array(10)),
      cancel: () => {
        stopped = true
      },
    })
    await expect(readBody(requestWith(body), deadlineIn(50))).rejects.toThrow('REQUEST_TIMEOUT')
    expect(stopped).toBe(true)
  })
})
