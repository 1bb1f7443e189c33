/** A place where changed code behaves exactly as before. */
export type Equivalent = {
  /** The path below `domain/`. */
  readonly file: string
  readonly original: string
  readonly changed: readonly string[]
  readonly reason: string
}
