import { createHash } from 'node:crypto'

/** Counts lines and sums them up with SHA-256, each with the line break behind it. */
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

  /** The sum of all lines so far, in hexadecimal. */
  digest(): string {
    return this.#hash.copy().digest('hex')
  }
}
