/** The pieces of a file, made as they are asked for; one that is empty only says that it takes longer. */
export type Chunks = Iterator<Uint8Array, unknown> | AsyncIterator<Uint8Array, unknown>

/** An answer that is a file instead of JSON. */
export class Download {
  readonly mediaType: string
  readonly filename: string
  readonly chunks: Chunks

  constructor(mediaType: string, filename: string, chunks: Chunks) {
    this.mediaType = mediaType
    this.filename = filename
    this.chunks = chunks
  }
}
