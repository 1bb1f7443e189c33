import type { TrainingRules } from '#domain/rules/training-rules.js'

/** The mass that a set moved, in kilograms, and what the plan had asked to add. */
export type MovedMass = {
  /** The share of the body mass that the exercise moves. */
  readonly movedKg: number
  /** Added mass is positive, assistance negative. */
  readonly addedKg: number
  readonly plannedKg: number
}

/**
 * Returns the reps, not whole, that a set would have been at the planned mass: M' = 30 ((1 + M/30) r
 * - 1), where r is the mass moved over the mass planned (Epley's formula). Null where the formula says
 * nothing: with no known mass, or when more than a share of it was added or taken away.
 */
export function effectiveReps(
  reps: number,
  { movedKg, addedKg, plannedKg }: MovedMass,
  { judging }: TrainingRules,
): number | null {
  if (addedKg === plannedKg) return reps
  const { shareMax, epleyReps } = judging.load
  if (movedKg <= 0 || Math.abs(addedKg) > shareMax * movedKg) return null
  const ratio = (movedKg + addedKg) / (movedKg + plannedKg)
  return Math.max(0, epleyReps * ((1 + reps / epleyReps) * ratio - 1))
}
