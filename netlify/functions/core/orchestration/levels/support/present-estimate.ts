import { estimateLevel } from '#domain/levels/level-estimate.js'
import { offerLevelTest, type TestCandidate } from '#domain/levels/level-test.js'
import { type Category, Level } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { LevelEstimateResource } from './estimate.schema.js'

/** What is known of an athlete's level in a category, as it is answered. */
export function presentEstimate(
  category: Category,
  candidate: TestCandidate,
  rules: TrainingRules,
): LevelEstimateResource {
  const offer = offerLevelTest(category, candidate, false, rules)
  const estimate = estimateLevel(offer, candidate.state.categories.get(category), rules)
  const { ability, interval90, suggestion, observedOn, sessionsCount } = estimate
  return {
    category,
    level: Level.parse(estimate.level),
    ability: { mean: ability.mean, interval90: [...interval90] },
    probabilities: estimate.probabilities.map(({ level, p }) => ({ level: Level.parse(level), p })),
    estimatedLevel: Level.parse(estimate.estimatedLevel),
    observedOn,
    sessionsCount,
    suggestion,
    rulesVersion: rules.version,
  }
}
