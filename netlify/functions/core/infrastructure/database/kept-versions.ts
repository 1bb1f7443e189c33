/** The versions of something that this process has read, the latest last; of more than `most` the oldest goes. */
export class KeptVersions<Version, Thing> {
  readonly #kept = new Map<Version, Thing>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  /** Copies what is kept now: it may be something else when an answer comes. */
  known(): ReadonlyMap<Version, Thing> {
    return new Map(this.#kept)
  }

  keep(version: Version, thing: Thing): void {
    this.#kept.delete(version)
    this.#kept.set(version, thing)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest)
  }
}
