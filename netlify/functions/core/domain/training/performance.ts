import type { LoggedSet } from '#domain/effort/set.schema.js'
import { amountOf, hardest, roundsOf, worstPain } from './judging/rounds.js'

/** What was done of one exercise, reduced to what a decision looks at. */
export type Performance = {
  /** Reps or seconds, one number for each set; of a left and right pair, the weaker side. */
  readonly actual: readonly number[]
  readonly rpeLast: number | null
  /** The worst pain of all sets, 0 to 10. */
  readonly pain: number
  /**
   * Whether any set was done with assistance, and so tells nothing about the unassisted exercise.
   */
  readonly assisted: boolean
}

/** Reads what was done as it was logged, every set in its place. */
export function performanceOf({ sets }: { readonly sets: readonly Omit<LoggedSet, 'id'>[] }): Performance {
  const rounds = roundsOf(sets)
  return {
    actual: rounds.map(amountOf),
    rpeLast: hardest(rounds.at(-1) ?? []),
    pain: worstPain(sets),
    assisted: sets.some(isAssisted),
  }
}

export function isAssisted({ weightKg }: Pick<LoggedSet, 'weightKg'>): boolean {
  return weightKg !== null && weightKg < 0
}
