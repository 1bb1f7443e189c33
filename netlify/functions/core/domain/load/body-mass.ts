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
  const upToThen = entries.findLast(({ on }) => on <= day)
  return (upToThen ?? entries[0])?.bodyMassKg ?? load.bodyMassKgAssumed
}
