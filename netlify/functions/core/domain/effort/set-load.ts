import type { TrainingRules } from '#domain/rules/training-rules.js'
import { tempoSeconds } from './tempo.js'

/** What was moved, and for how long. Exactly one of reps and seconds. */
export type LoadedSet = {
  /**
   * Share of the body mass that the exercise moves, 0-1 (Ebben 2011 for push-ups; otherwise the
   * library's estimate).
   */
  readonly bodyMassFraction: number
  readonly bodyMassKg: number
  /** Added weight; assistance is negative. */
  readonly addedKg: number
  readonly tempo: string
  readonly amount: { readonly reps: number } | { readonly durationSeconds: number }
}

export type SetLoad = {
  /** kg x reps; null for holds, which have none. */
  readonly volumeLoadKgReps: number | null
  /**
   * kg x seconds under tension: the unit that adds repetitions and holds together. Product default.
   */
  readonly timeLoadKgSeconds: number
}

/**
 * Load of one set: mass moved times repetitions, and times seconds under tension. Assistance beyond
 * the mass that the exercise moves leaves nothing to move.
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
 * Seconds under tension of `reps` repetitions at a tempo.
 *
 * @throws RangeError when the tempo is `hold`: a hold is measured in seconds, not in repetitions.
 */
export function timeUnderTension(reps: number, tempo: string, rules: TrainingRules): number {
  const seconds = tempoSeconds(tempo, rules)
  if (seconds === null) throw new RangeError('a hold has no repetitions: give its duration in seconds')
  return reps * seconds
}
