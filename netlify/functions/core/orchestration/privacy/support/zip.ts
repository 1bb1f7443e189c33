import { Archive } from './archive.js'

/** A file, whose text comes in parts that are made as they are needed; a part may be empty. */
export type ZipFile = { readonly name: string; readonly parts: Iterable<string> }

/** What is packed at a stretch: about so many characters, and no more than so many parts. */
const piece = { lengthMin: 16_384, partsMax: 200 }

/**
 * Packs files into a ZIP, piece by piece: only what is asked for is packed, and little of it is in
 * memory at once. A piece that gave no bytes yet is an empty chunk.
 */
export function* zipOf(files: Iterable<ZipFile>): Generator<Uint8Array> {
  const archive = new Archive()
  for (const { name, parts } of files) {
    const file = archive.open(name)
    for (const text of piecesOf(parts)) {
      file.write(text)
      yield archive.take()
    }
    file.close()
  }
  archive.end()
  yield archive.take()
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
