import type { StrengthSlot } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { groupOf } from '../slot-groups.js'
import type { SlotVolume } from './weekly-volume.js'

/**
 * Orders slots as a session is filled: first a push, a pull and legs, of each the slot that lacks
 * more; then the others, by what they lack; core last.
 */
export function fillingOrder(volumes: readonly SlotVolume[], rules: TrainingRules): StrengthSlot[] {
  const sorted = byDeficit(volumes, rules).map(({ slot }) => slot)
  const first = (['push', 'pull', 'legs'] as const).flatMap(
    (group) => sorted.find((slot) => groupOf[slot] === group) ?? [],
  )
  const others = sorted.filter((slot) => slot !== 'core' && !first.includes(slot))
  return [...first, ...others, ...sorted.filter((slot) => slot === 'core')]
}

/** Sorts by what is lacking, most first; equal ones stay as they come, in the order of the slots. */
function byDeficit<Volume extends Pick<SlotVolume, 'slot' | 'deficit'>>(
  volumes: readonly Volume[],
  rules: TrainingRules,
): Volume[] {
  return volumes.toSorted((a, b) => comparable(b.deficit, rules) - comparable(a.deficit, rules))
}

/** Rounds a deficit, so that equal ones are equal however they were computed. */
export function comparable(deficit: number, rules: TrainingRules): number {
  return Math.round(deficit * rules.coach.week.deficitSteps)
}
