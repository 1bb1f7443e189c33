import { type Ability, probabilityAtLeast } from '#domain/ability/ability.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { judgeTest, type LevelTest, type TestShortfall } from './judge-test.js'
import { failedGates, type LevelUpFacts, type LevelUpGate, requiredMastered } from './level-up-gates.js'

/**
 * A decision on a test. Gates stand in their order; `pAbility` is the chance (0-1) to be at the
 * entry of the next level, null when there is none.
 */
export type LevelUpDecision = {
  readonly requiredMastered: number
  readonly pAbility: number | null
  readonly failedGates: readonly LevelUpGate[]
} & (
  | { readonly result: 'not_eligible' | 'eligible' | 'pass' }
  | { readonly result: 'fail'; readonly shortfalls: readonly TestShortfall[] }
)

/**
 * Decides whether an athlete may take the test of the next level, and, when a test is given,
 * whether it was passed. Product defaults.
 */
export function levelUp(facts: LevelUpFacts, test: LevelTest | null, rules: TrainingRules): LevelUpDecision {
  const pAbility =
    facts.entryDifficulty === null ? null : probabilityAtLeast(facts.ability, facts.entryDifficulty, rules)
  const gates = failedGates({ ...facts, pAbility }, rules)
  const shared = { requiredMastered: requiredMastered(facts.available, rules), pAbility, failedGates: gates }
  if (gates.length > 0) return { ...shared, result: 'not_eligible' }
  if (test === null) return { ...shared, result: 'eligible' }
  const shortfalls = judgeTest(test, rules)
  return shortfalls.length === 0 ? { ...shared, result: 'pass' } : { ...shared, result: 'fail', shortfalls }
}

/**
 * Tells whether to suggest, but never force, the level below: the athlete is hardly at this level
 * after three or more sessions. Product default.
 */
export function suggestsLevelDown(
  facts: { readonly level: number; readonly ability: Ability; readonly sessions: number },
  rules: TrainingRules,
): boolean {
  const { probabilityMax, sessionsMin } = rules.levelUp.down
  if (facts.level < 1 || facts.sessions < sessionsMin) return false
  return probabilityAtLeast(facts.ability, facts.level, rules) < probabilityMax
}
