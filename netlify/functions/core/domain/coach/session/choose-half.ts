import type { StrengthSlot } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { mean } from '#domain/values/statistics.js'
import type { Half, SessionRule } from '../recommendation.js'
import { groupOf } from '../slot-groups.js'
import type { SlotVolume } from './weekly-volume.js'

/** The half of the body that is trained, why, and its slots. */
export type ChosenHalf = {
  readonly rule: Extract<SessionRule, { id: 'week.split' }>
  readonly slots: readonly StrengthSlot[]
}

/**
 * Chooses the half of the body that lacks more, of slots that have recovered; upper of two equal
 * ones. Core belongs to the legs, and comes along with the upper half when no legs have recovered:
 * alone it is no half.
 */
export function chooseHalf(recovered: readonly SlotVolume[], rules: TrainingRules): ChosenHalf {
  const upper = recovered.filter(({ slot }) => isUpper(slot))
  const lower = recovered.filter(({ slot }) => !isUpper(slot))
  const hasLegs = lower.some(({ slot }) => slot !== 'core')
  const deficits = { upper: meanDeficit(upper), lower: hasLegs ? meanDeficit(lower) : null }
  const half = chosenOf(deficits, rules)
  const chosen = half === 'lower' ? lower : hasLegs ? upper : [...upper, ...lower]
  return {
    rule: { id: 'week.split', half, ...deficits, threshold: rules.coach.week.fullBodyDaysMax },
    slots: chosen.map(({ slot }) => slot),
  }
}

type Deficits = { readonly upper: number | null; readonly lower: number | null }

function chosenOf({ upper, lower }: Deficits, rules: TrainingRules): Half {
  const { emptyHalfDeficit } = rules.coach.week
  return (upper ?? emptyHalfDeficit) >= (lower ?? emptyHalfDeficit) ? 'upper' : 'lower'
}

function isUpper(slot: StrengthSlot): boolean {
  return groupOf[slot] === 'push' || groupOf[slot] === 'pull'
}

function meanDeficit(volumes: readonly SlotVolume[]): number | null {
  return mean(volumes.map(({ deficit }) => deficit))
}
