import type { Ability } from '#domain/ability/ability.js'
import { type AbilityObservation, dayVariance, measure } from '#domain/ability/measurement.js'
import { updateAbility } from '#domain/ability/update-ability.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'

/** The set that speaks for an exercise in a session, and what was known of the exercise before. */
export type OffsetObservation = { readonly observation: AbilityObservation; readonly offset: Ability }

/**
 * Updates how much better an athlete is at one exercise than at its slot, with what a session
 * showed: a Kalman filter whose noise is the slot's and the day's. "At least this much" says
 * nothing when no more was expected.
 *
 * @param slot the ability in the slot, aged to the day, from before the session.
 */
export function updateOffset(
  offset: Ability,
  slot: Ability,
  observation: AbilityObservation,
  rules: TrainingRules,
): Ability {
  const { level, variance, lowerBound } = measure(observation, rules)
  const expected = slot.mean + offset.mean
  if (lowerBound && level <= expected) return offset
  // what is specific to the exercise is the offset itself, so it is no noise here
  const noise = slot.variance + dayVariance(rules) + variance - rules.ability.sigmaExercise ** 2
  const gain = offset.variance / (offset.variance + noise)
  return { mean: offset.mean + gain * (level - expected), variance: (1 - gain) * offset.variance }
}

/**
 * Updates the ability in a slot with the exercises of one session that belong to it, each seen as
 * easy or as hard as its offset makes it. Age the ability to the day first.
 */
export function updateSlot(slot: Ability, seen: readonly OffsetObservation[], rules: TrainingRules): Ability {
  const observations = seen.map(({ observation, offset }) => ({
    ...observation,
    difficulty: observation.difficulty - offset.mean,
  }))
  return updateAbility(slot, observations, rules).ability
}
