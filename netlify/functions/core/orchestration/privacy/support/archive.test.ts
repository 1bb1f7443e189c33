import { crc32 } from 'node:zlib'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { Archive } from './archive.js'

/** Several blocks of text, with characters of one to four bytes, that differ enough to be packed as they come. */
const lines = Array.from({ length: 18_000 }, (_, n) => `${n * 7_919} Übung – 懸垂 💪 ${n ** 5 % 8_191}\n`)

/** The central directory's entry of a file (APPNOTE 6.3.10, section 4.3.12). */
function entryOf(zip: Buffer, name: string) {
  const at = zip.lastIndexOf(name) - 46
  return { signature: zip.readUInt32LE(at), crc: zip.readUInt32LE(at + 16), size: zip.readUInt32LE(at + 24) }
}

test('an archive has files of many blocks that were written in turns, with their checksums', () => {
  const archive = new Archive()
  const taken: Uint8Array[] = []
  const [one, other] = [archive.open('one.txt'), archive.open('other.txt')]
  for (const line of lines) {
    one.write(line)
    other.write(line.toUpperCase())
    if (archive.isReady) taken.push(archive.take())
  }
  one.close()
  other.close()
  archive.end()
  const zip = Buffer.concat([...taken, archive.take()])
  const text = lines.join('')
  const files = unzipSync(zip)
  for (const [name, content] of [
    ['one.txt', Buffer.from(text)],
    ['other.txt', Buffer.from(text.toUpperCase())],
  ] as const) {
    expect(content.equals(files[name] ?? Buffer.alloc(0)), name).toBe(true)
    expect(entryOf(zip, name), name).toEqual({ signature: 0x02014b50, crc: crc32(content), size: content.length })
  }
  expect(taken.length).toBeGreaterThan(3)
})

test('an archive counts what its files were packed into, besides the block that each holds back', () => {
  const archive = new Archive()
  const file = archive.open('one.txt')
  for (const line of lines) file.write(line)
  const counted = archive.bytes
  file.close()
  archive.end()
  const { length } = archive.take()
  expect(counted).toBeGreaterThan(length - 65_536)
  expect(counted).toBeLessThan(length)
})
