/** Returns the amount performed in set `index` (reps or seconds); a missing set counts as 0. */
export function performedAt(actual: readonly number[], index: number): number {
  return actual[index] ?? 0
}

/**
 * Tells whether every set reached its target; missing sets count as 0, further sets do not matter.
 */
export function everySetReached(actual: readonly number[], targets: readonly number[]): boolean {
  return targets.every((target, index) => performedAt(actual, index) >= target)
}
