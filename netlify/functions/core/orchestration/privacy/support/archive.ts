import { Zip } from 'fflate'
import { PackedFile } from './packed-file.js'

/** A file that is being written into an archive. */
export type OpenFile = { readonly write: (text: string) => void; readonly close: () => void }

/** A ZIP in the making. Several files may be open at once; they follow each other in the ZIP all the same. */
export class Archive {
  readonly #ready: Uint8Array[] = []
  readonly #zip = new Zip((error, chunk) => {
    if (error) throw error
    this.#ready.push(chunk)
  })
  #bytes = 0

  /** How many bytes its files are packed into so far, besides what each open file still holds back. */
  get bytes(): number {
    return this.#bytes
  }

  open(name: string): OpenFile {
    const file = new PackedFile(name)
    this.#zip.add(file)
    const { ondata } = file
    file.ondata = (error, chunk, final) => {
      this.#bytes += chunk.length
      ondata(error, chunk, final)
    }
    return file
  }

  /** Ends the ZIP, when all files are closed. */
  end(): void {
    this.#zip.end()
  }

  /** Tells whether there are bytes to be taken. */
  get isReady(): boolean {
    return this.#ready.length > 0
  }

  /** Takes the bytes that are ready since the last time. */
  take(): Uint8Array {
    return Buffer.concat(this.#ready.splice(0))
  }
}
