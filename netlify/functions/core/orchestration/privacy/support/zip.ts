import { strToU8, Zip, ZipDeflate } from 'fflate'

/** A file, whose text comes in parts that are made as they are needed; a part may be empty. */
export type ZipFile = { readonly name: string; readonly parts: Iterable<string> }

/** What is packed at a stretch: about so many characters, and no more than so many parts. */
const piece = { lengthMin: 16_384, partsMax: 200 }

/**
 * Packs files into a ZIP, piece by piece: only what is asked for is packed, and little of it is in
 * memory at once. A piece that gave no bytes yet is an empty chunk.
 */
export function* zipOf(files: Iterable<ZipFile>): Generator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  const packed = () => Buffer.concat(ready.splice(0))
  for (const { name, parts } of files) {
    const entry = new ZipDeflate(name, { level: 6 })
    zip.add(entry)
    for (const text of piecesOf(parts)) {
      entry.push(strToU8(text))
      yield packed()
    }
    entry.push(new Uint8Array(0), true)
  }
  zip.end()
  yield packed()
}

function* piecesOf(parts: Iterable<string>): Generator<string> {
  let [text, count] = ['', 0]
  for (const part of parts) {
    text += part
    count += 1
    if (text.length < piece.lengthMin && count < piece.partsMax) continue
    yield text
    text = ''
    count = 0
  }
  yield text
}
