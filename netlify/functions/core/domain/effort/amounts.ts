/** The amount performed in set `index` (reps or seconds); a set that is missing counts as 0. */
export function performedAt(actual: readonly number[], index: number): number {
  return actual[index] ?? 0
}

/**
 * Whether every set reached its target; sets that are missing count as 0, further ones do not
 * matter.
 */
export function everySetReached(actual: readonly number[], targets: readonly number[]): boolean {
  return targets.every((target, index) => performedAt(actual, index) >= target)
}
