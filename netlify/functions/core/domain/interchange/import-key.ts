/** The cells of an imported set that make it the same set when the file is imported again. */
export type ImportedSet = {
  readonly date: string
  readonly workout: string
  readonly exercise: string
  readonly setOrder: string
  readonly weight: string
  readonly reps: string
  readonly seconds: string
}

/**
 * Returns one unambiguous text for each imported set; its hash is the idempotency key of the row.
 */
export function importKey(set: ImportedSet): string {
  return JSON.stringify([set.date, set.workout, set.exercise, set.setOrder, set.weight, set.reps, set.seconds])
}
