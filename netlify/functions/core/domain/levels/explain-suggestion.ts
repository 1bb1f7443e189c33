import * as z from 'zod'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { percent } from '#domain/values/in-words.js'
import type { Reason } from '#domain/values/reason.js'

/**
 * A step that may suit the athlete: down to the level below, or the test of the next level, which
 * is open.
 */
export const SuggestedStep = z.enum(['down', 'test']).meta({
  id: 'SuggestedStep',
  description: 'A step that may suit: the level below, or the test of the next one',
  example: 'test',
})
export type SuggestedStep = z.output<typeof SuggestedStep>

/** A suggestion about a level that follows from the log; it is never forced. */
export type LevelSuggestion = Reason & { readonly suggestion: SuggestedStep }

/**
 * Explains why the level below may suit better; `pLevel` is the chance (0-1) to be at this level.
 */
export function explainDown(
  { level, pLevel, sessions }: { readonly level: number; readonly pLevel: number; readonly sessions: number },
  { levelUp }: TrainingRules,
): LevelSuggestion {
  const { probabilityMax, sessionsMin } = levelUp.down
  return {
    suggestion: 'down',
    ruleId: 'level.down',
    inputs: { level, pLevel, sessions },
    thresholds: { probabilityMax, sessionsMin },
    explanation: `Your sessions so far speak for level ${level} with a chance of ${percent(pLevel)} only: level ${level - 1} may suit you better.`,
  }
}

type OpenTest = {
  readonly level: number
  readonly mastered: number
  readonly requiredMastered: number
  readonly pAbility: number
}

/**
 * Explains why the test of the next level may be taken; `pAbility` is the chance (0-1) to be at its
 * entry.
 */
export function explainTestOpen(
  { level, mastered, requiredMastered, pAbility }: OpenTest,
  { levelUp: { abilityProbabilityMin } }: TrainingRules,
): LevelSuggestion {
  return {
    suggestion: 'test',
    ruleId: 'level.test',
    inputs: { level, mastered, pAbility },
    thresholds: { requiredMastered, abilityProbabilityMin },
    explanation: `You may take the test of level ${level + 1}: you are at its entry with a chance of ${percent(pAbility)}.`,
  }
}
