import type { TrainingRules } from '#domain/rules/training-rules.js'
import { tempoSeconds } from './tempo.js'

/** What was moved in a set, and for how long: either reps or seconds. */
export type LoadedSet = {
  /**
   * Share of the body mass that the exercise moves, 0-1 (Ebben 2011 for push-ups; otherwise the
   * library's estimate).
   */
  readonly bodyMassFraction: number
  readonly bodyMassKg: number
  /** Added weight in kilograms; assistance is negative. */
  readonly addedKg: number
  readonly tempo: string
  readonly amount: { readonly reps: number } | { readonly durationSeconds: number }
}

export type SetLoad = {
  /** kg x reps; null for holds, which have none. */
  readonly volumeLoadKgReps: number | null
  /**
   * kg x seconds under tension: the unit in which reps and holds can be added up. Product default.
   */
  readonly timeLoadKgSeconds: number
}

/**
 * Computes the load of one set: the mass moved times reps, and times seconds under tension.
 * Assistance beyond the mass that the exercise moves leaves nothing to move.
 */
export function setLoad(set: LoadedSet, rules: TrainingRules): SetLoad {
  const massKg = Math.max(0, set.bodyMassFraction * set.bodyMassKg + set.addedKg)
  if ('durationSeconds' in set.amount) {
    return { volumeLoadKgReps: null, timeLoadKgSeconds: massKg * set.amount.durationSeconds }
  }
  const { reps } = set.amount
  return { volumeLoadKgReps: massKg * reps, timeLoadKgSeconds: massKg * timeUnderTension(reps, set.tempo, rules) }
}

/**
 * Returns the seconds under tension of `reps` repetitions at a tempo.
 *
 * @throws RangeError when the tempo is `hold`: a hold is measured in seconds, not in reps.
 */
export function timeUnderTension(reps: number, tempo: string, rules: TrainingRules): number {
  const seconds = tempoSeconds(tempo, rules)
  if (seconds === null) throw new RangeError('a hold has no repetitions: give its duration in seconds')
  return reps * seconds
}
