import type { Modifier } from '#domain/effort/modifier.schema.js'
import type { ExerciseEntry } from '#domain/library/exercise-entry.schema.js'

/** What slower reps take in truth, in levels. */
const slower: Readonly<Record<string, number>> = { tempo: 0.35, tempo_pause: 0.55 }

/** Somebody who does one rep with all they can lift does thirty with half of it (Epley). */
const epleyReps = 30

/** Tells how many levels harder an exercise is with a modifier, at ten reps without it. */
export function levelsOf(modifier: Modifier, { bodyMassFraction }: ExerciseEntry, bodyMassKg: number): number {
  if (!modifier.startsWith('load:')) return slower[modifier] ?? 0
  const moved = bodyMassFraction * bodyMassKg
  const ratio = (moved + Number(modifier.slice('load:'.length))) / moved
  const reps = 10
  return Math.log(reps / Math.max(1, epleyReps * ((1 + reps / epleyReps) / ratio - 1)))
}
