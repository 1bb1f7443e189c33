import { constants, crc32, deflateRawSync } from 'node:zlib'
import type { ZipInputFile } from 'fflate'

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
export class PackedFile implements ZipInputFile {
  readonly filename: string
  readonly compression = deflate
  /** The bytes that were packed, and their CRC. */
  size = 0
  crc = 0
  /** Where the archive takes what is packed, once the file was added to it. */
  ondata: NonNullable<ZipInputFile['ondata']> = notAdded
  #text = ''
  /** The end of what was packed, to which the next block refers. */
  #before: Uint8Array = Buffer.alloc(0)

  constructor(filename: string) {
    this.filename = filename
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
    this.size += block.length
    this.crc = crc32(block, this.crc)
    const packed = deflateRawSync(block, {
      dictionary: this.#before,
      // a block that is not the last one ends on a whole byte, so that the next can follow it
      finishFlush: final ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
    })
    this.#before = Buffer.concat([this.#before, block]).subarray(-windowBytes)
    this.ondata(null, packed, final)
  }
}

function notAdded(): never {
  throw new Error('the file is in no archive')
}
