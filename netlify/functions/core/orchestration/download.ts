/** An answer that is a file instead of JSON. */
export class Download {
  readonly mediaType: string
  readonly filename: string
  readonly body: ReadableStream<Uint8Array>

  constructor(mediaType: string, filename: string, body: ReadableStream<Uint8Array>) {
    this.mediaType = mediaType
    this.filename = filename
    this.body = body
  }
}
