/** A place where changed code behaves exactly as before. */
export type Equivalent = {
  /** The path below `domain/`. */
  readonly file: string
  readonly original: string
  readonly changed: readonly string[]
  readonly reason: string
}

/**
 * The mutants that no test can kill. `npm run test:mutations` fails when one of them is killed, or
 * is no longer a mutant.
 */
export const equivalents: readonly Equivalent[] = []
