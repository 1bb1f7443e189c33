import type { LoggedSet, SetKind } from './set.schema.js'

/**
 * The kinds that count as sets. A warm-up leads up to the sets, and a drop set goes on with the one
 * before it: both are work done, and neither is a set of its own in any count.
 */
export const countedKinds = ['working', 'failure'] as const satisfies readonly SetKind[]

/** Tells whether a set of this kind counts as a set. */
export function isCounted({ kind }: Pick<LoggedSet, 'kind'>): boolean {
  return countedKinds.some((counted) => counted === kind)
}

/**
 * Counts sets of one exercise: left and right under one number are one set, and an attempt that
 * failed was a set.
 */
export function countSets(sets: readonly Pick<LoggedSet, 'kind' | 'setNumber'>[]): number {
  return new Set(sets.filter(isCounted).map(({ setNumber }) => setNumber)).size
}

/**
 * Returns how often the amount of a set was done: twice where sets are counted per side and the
 * athlete named none, because both sides did that amount.
 */
export function timesDone({ side }: Pick<LoggedSet, 'side'>, unilateral: boolean): 1 | 2 {
  return unilateral && side === null ? 2 : 1
}

/** Sets held against a plan: those of the plan, done of them, and done beyond it. */
export type SetsAgainstPlan = {
  readonly plannedSets: number
  readonly completedSets: number
  readonly extraSets: number
}

/** Holds a number of sets that were done against the number that was planned. */
export function setsAgainstPlan(plannedSets: number, done: number): SetsAgainstPlan {
  return { plannedSets, completedSets: Math.min(done, plannedSets), extraSets: Math.max(0, done - plannedSets) }
}
