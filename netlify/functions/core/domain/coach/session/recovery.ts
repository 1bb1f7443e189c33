import type { StrengthSlot } from '#domain/library/vocabulary.js'
import type { CoachView } from '../coach-view.js'
import { groupOf, groupOfKey } from '../slot-groups.js'

/**
 * Returns the most hard sets that a slot of the same group had yesterday; 0 for core, which has
 * recovered by the next day.
 */
export function setsYesterday(slot: StrengthSlot, { athlete, day }: CoachView): number {
  if (slot === 'core') return 0
  const yesterday = athlete.hardSets.filter((entry) => entry.day === day - 1 && groupOfKey(entry.key) === groupOf[slot])
  return Math.max(0, ...yesterday.map(({ sets }) => sets))
}

/** Tells whether the muscles of a slot have had their two days since they were last trained hard. */
export function hasRecovered(slot: StrengthSlot, view: CoachView): boolean {
  return setsYesterday(slot, view) < view.rules.coach.week.recoverySets
}
