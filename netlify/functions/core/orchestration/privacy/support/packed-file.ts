import { constants, deflateRawSync } from 'node:zlib'
import { ZipPassThrough } from 'fflate'

/** What is packed at a time, in UTF-16 units: enough to pack well, and a millisecond of work. */
const blockLength = 65_536

/** How far back DEFLATE can refer, in bytes (RFC 1951, section 2). */
const windowBytes = 32_768

/** DEFLATE, by its number in a ZIP (APPNOTE 6.3.10, section 4.4.5). */
const deflate = 8

/**
 * A file of text in a ZIP, packed by Node's zlib a block after another as it is written: at most a block of it
 * is held back.
 */
export class PackedFile extends ZipPassThrough {
  #text = ''
  /** The end of what was packed, to which the next block refers. */
  #before: Uint8Array = Buffer.alloc(0)

  constructor(name: string) {
    super(name)
    this.compression = deflate
  }

  write(text: string): void {
    this.#text += text
    if (this.#text.length >= blockLength) this.#pack(false)
  }

  close(): void {
    this.#pack(true)
  }

  #pack(final: boolean): void {
    const block = Buffer.from(this.#text)
    this.#text = ''
    this.push(block, final)
  }

  /** Is given each block by `push`, which counts its bytes and its CRC. */
  protected override process(block: Uint8Array, final: boolean): void {
    const packed = deflateRawSync(block, {
      dictionary: this.#before,
      // a block that is not the last one ends on a whole byte, so that the next can follow it
      finishFlush: final ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
    })
    this.#before = Buffer.concat([this.#before, block]).subarray(-windowBytes)
    this.ondata(null, packed, final)
  }
}
