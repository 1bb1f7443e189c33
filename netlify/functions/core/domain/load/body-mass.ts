import type { TrainingRules } from '#domain/rules/training-rules.js'

/** A body mass in kilograms, measured on a day. */
export type BodyMassEntry = { readonly on: string; readonly bodyMassKg: number }

/**
 * Returns the body mass, in kilograms, as of a day: the latest entry up to then, else the first one
 * after it, else the mass that the rules assume.
 *
 * @param entries oldest first.
 */
export function bodyMassOn(entries: readonly BodyMassEntry[], day: string, { load }: TrainingRules): number {
  const upToThen = entries[countUntil(entries, day) - 1]
  return (upToThen ?? entries[0])?.bodyMassKg ?? load.bodyMassKgAssumed
}

/** Tells whether the body mass of every day is the one that the rules assume: the athlete gave none. */
export function isBodyMassAssumed(entries: readonly BodyMassEntry[]): boolean {
  return entries.length === 0
}

/** Counts the entries up to a day by halving, because it is asked for every set and session. */
function countUntil(entries: readonly BodyMassEntry[], day: string): number {
  let [low, high] = [0, entries.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((entries[middle]?.on ?? day) <= day) low = middle + 1
    else high = middle
  }
  return low
}
