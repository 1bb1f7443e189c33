import { strToU8, Zip, ZipDeflate } from 'fflate'

export type ZipFile = { readonly name: string; readonly text: string }

/**
 * Packs files into a ZIP stream. Only one file at a time is in memory, and its parts leave as they
 * are made.
 */
export function zipOf(files: Iterator<ZipFile>): ReadableStream<Uint8Array> {
  let zip: Zip
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      zip = new Zip((error, chunk, final) => {
        if (error) return controller.error(error)
        if (chunk.length > 0) controller.enqueue(chunk)
        if (final) controller.close()
      })
    },
    pull: () => {
      const next = files.next()
      if (next.done) return zip.end()
      const entry = new ZipDeflate(next.value.name, { level: 6 })
      zip.add(entry)
      entry.push(strToU8(next.value.text), true)
    },
  })
}
