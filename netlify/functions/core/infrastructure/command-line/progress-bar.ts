const width = 24

/** Where a bar is drawn: a terminal redraws one line, anything else gets a line per tenth. */
export type ProgressStream = { readonly isTTY?: boolean; write(text: string): unknown }

export type ProgressOptions = {
  readonly stream?: ProgressStream
  /** Milliseconds after which a bar appears. */
  readonly afterMs?: number
}

/**
 * Draws the progress of `label` once the work takes longer than two seconds. What it draws depends
 * on the counts alone.
 */
export class ProgressBar {
  readonly #label: string
  readonly #total: number
  readonly #stream: ProgressStream
  readonly #from: number
  #drawn = -1

  constructor(label: string, total: number, { stream = process.stderr, afterMs = 2_000 }: ProgressOptions = {}) {
    this.#label = label
    this.#total = total
    this.#stream = stream
    this.#from = performance.now() + afterMs
  }

  /** Draws `done` of the total, when that looks different from what is drawn. */
  show(done: number): void {
    const share = this.#total === 0 ? 1 : done / this.#total
    const step = Math.floor(share * (this.#stream.isTTY ? width : 10))
    if (step === this.#drawn || performance.now() < this.#from) return
    this.#drawn = step
    const line = `${barOf(share)} ${this.#label} ${done}/${this.#total}`
    this.#stream.write(this.#stream.isTTY ? `\r${line}${done === this.#total ? '\n' : ''}` : `${line}\n`)
  }
}

function barOf(share: number): string {
  const filled = Math.floor(share * width)
  return `[${'#'.repeat(filled)}${'-'.repeat(width - filled)}]`
}
