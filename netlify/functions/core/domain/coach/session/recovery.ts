import type { StrengthSlot } from '#domain/library/vocabulary.js'
import type { CoachView } from '../coach-view.js'
import { groupOf, groupOfKey } from '../slot-groups.js'

/** Returns the most hard sets that a slot of the same group had yesterday. */
export function setsYesterday(slot: StrengthSlot, { athlete, day }: CoachView): number {
  const yesterday = athlete.hardSets.filter((entry) => entry.day === day - 1 && groupOfKey(entry.key) === groupOf[slot])
  return Math.max(0, ...yesterday.map(({ sets }) => sets))
}

/**
 * Tells whether the muscles of a slot have had their two days since they were last trained hard; core
 * needs none.
 */
export function hasRecovered(slot: StrengthSlot, view: CoachView): boolean {
  return slot === 'core' || setsYesterday(slot, view) < view.rules.coach.week.recoverySets
}
