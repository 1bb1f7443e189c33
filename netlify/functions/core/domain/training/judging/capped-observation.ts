import type { SessionObservation } from '#domain/ability/two-hypotheses/reading.js'
import { estimateMax } from '#domain/effort/estimate-max.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'

/**
 * Caps what an easy exercise says: a maximum far above its standard becomes "at least so much", without
 * a rating. A hundred push-ups tell of endurance, and little about one on a single arm; people differ
 * most in how many more repetitions a level of strength is worth.
 */
export function cappedObservation<Observation extends SessionObservation>(
  observation: Observation,
  rules: TrainingRules,
): Observation {
  const { extrapolationLevelsMax: levels } = rules.judging
  if (levels === null) return observation
  const cap = observation.defaultAmount * Math.exp(rules.ability.kappa * levels)
  if (estimateMax(observation, rules).estimate <= cap) return observation
  return { ...observation, actual: cap, rpe: null, failed: false }
}
