import { describe, expect, test } from 'vitest'
import { messageReader, noticeText, textsIn } from './messages.js'

function message(type: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeInt32BE(body.length + 4)
  return Buffer.concat([Buffer.from(type), length, body])
}

describe('messageReader', () => {
  const parse = message('P', Buffer.from('name\0select 1\0\0\0'))
  const sync = message('S', Buffer.alloc(0))
  const stream = Buffer.concat([message('', Buffer.from('startup')), parse, sync])

  test('finds the same messages wherever the stream is cut', () => {
    for (let at = 0; at <= stream.length; at += 1) {
      const read = messageReader(true)
      const found = [...read(stream.subarray(0, at)), ...read(stream.subarray(at))]
      expect(
        found.map(({ type }) => type),
        `cut at ${at}`,
      ).toEqual(['', 'P', 'S'])
      expect(textsIn(found[1]?.body ?? Buffer.alloc(0), 2)).toEqual(['name', 'select 1'])
    }
  })
})

test('noticeText is the message of a notice, whatever fields stand before it', () => {
  expect(noticeText(Buffer.from('SLOG\0C00000\0Mduration: 1 ms  plan:\0Fauto_explain.c\0\0'))).toBe(
    'duration: 1 ms  plan:',
  )
})
