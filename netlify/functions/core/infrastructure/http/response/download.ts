/** An answer that is a file and not JSON. */
export class Download {
  readonly contentType: string
  readonly filename: string
  readonly body: ReadableStream<Uint8Array>

  constructor(contentType: string, filename: string, body: ReadableStream<Uint8Array>) {
    this.contentType = contentType
    this.filename = filename
    this.body = body
  }

  headers(): Record<string, string> {
    return { 'content-type': this.contentType, 'content-disposition': `attachment; filename="${this.filename}"` }
  }
}
