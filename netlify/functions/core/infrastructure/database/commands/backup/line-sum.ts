import { createHash } from 'node:crypto'

/** Counts lines and hashes them with SHA-256, each with the line break after it. */
export class LineSum {
  readonly #hash = createHash('sha256')
  #lines = 0

  get lines(): number {
    return this.#lines
  }

  add(lines: readonly (string | Buffer)[]): void {
    for (const line of lines) this.#hash.update(line).update('\n')
    this.#lines += lines.length
  }

  /** Returns the hash of all lines so far, in hexadecimal. */
  digest(): string {
    return this.#hash.copy().digest('hex')
  }
}
