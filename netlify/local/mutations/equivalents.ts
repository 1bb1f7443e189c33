/** A place that may be written otherwise without doing anything otherwise. */
export type Equivalent = {
  /** Below `domain/`. */
  readonly file: string
  readonly original: string
  readonly changed: readonly string[]
  readonly reason: string
}

/**
 * The mutants that no test can kill. `npm run test:mutations` fails when one of them is killed, or
 * is not a mutant any more.
 */
export const equivalents: readonly Equivalent[] = []
