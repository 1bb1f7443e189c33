/**
 * An answer that is a file instead of JSON. Its chunks are made as they are asked for; one that is
 * empty only says that it takes longer.
 */
export class Download {
  readonly mediaType: string
  readonly filename: string
  readonly chunks: Iterator<Uint8Array>

  constructor(mediaType: string, filename: string, chunks: Iterator<Uint8Array>) {
    this.mediaType = mediaType
    this.filename = filename
    this.chunks = chunks
  }
}
