/** An answer in writing: nothing of it has to be made again for the next caller. */
export class Written {
  /** Its JSON. */
  readonly text: string
  readonly etag: string | null
  /** Where the page after it begins; null where there is none. */
  readonly nextCursor: string | null

  constructor(text: string, etag: string | null, nextCursor: string | null) {
    this.text = text
    this.etag = etag
    this.nextCursor = nextCursor
  }
}
