import { type Ability, abilityInterval90, levelFromAbility, probabilityAtLeast } from '#domain/ability/ability.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { CategoryStanding } from '#domain/training/training-state.js'
import { explainDown, explainTestOpen, type LevelSuggestion } from './explain-suggestion.js'
import type { LevelTestOffer } from './level-test.js'
import { suggestsLevelDown } from './level-up.js'

/**
 * What is known about an athlete's level in a category on a day: the ability in levels, with its
 * uncertainty.
 */
export type LevelEstimate = {
  readonly level: number
  readonly ability: Ability
  readonly interval90: readonly [number, number]
  /** Chance, 0 to 1, to be at least at this level, for each level from 1 to 5. */
  readonly probabilities: readonly { readonly level: number; readonly p: number }[]
  /** The highest level that is reached with enough certainty. */
  readonly estimatedLevel: number
  readonly observedOn: string | null
  readonly sessionsCount: number
  readonly suggestion: LevelSuggestion | null
}

/**
 * Estimates the level in a category from the facts of a test's offer, with the ability of that day.
 */
export function estimateLevel(
  offer: LevelTestOffer,
  standing: CategoryStanding | undefined,
  rules: TrainingRules,
): LevelEstimate {
  const { ability, level } = offer.facts
  const sessionsCount = standing?.sessionsCount ?? 0
  return {
    level,
    ability,
    interval90: abilityInterval90(ability, rules),
    probabilities: Array.from({ length: rules.ability.level.max }, (_, index) => ({
      level: index + 1,
      p: probabilityAtLeast(ability, index + 1, rules),
    })),
    estimatedLevel: levelFromAbility(ability, rules),
    observedOn: standing?.observedOn ?? null,
    sessionsCount,
    suggestion: suggestDown(offer, sessionsCount, rules) ?? suggestTest(offer, rules),
  }
}

function suggestDown(
  { facts: { level, ability } }: LevelTestOffer,
  sessions: number,
  rules: TrainingRules,
): LevelSuggestion | null {
  if (!suggestsLevelDown({ level, ability, sessions }, rules)) return null
  return explainDown({ level, pLevel: probabilityAtLeast(ability, level, rules), sessions }, rules)
}

function suggestTest({ facts, decision }: LevelTestOffer, rules: TrainingRules): LevelSuggestion | null {
  if (decision.result !== 'eligible' || decision.pAbility === null) return null
  const { requiredMastered, pAbility } = decision
  return explainTestOpen({ level: facts.level, mastered: facts.mastered, requiredMastered, pAbility }, rules)
}
