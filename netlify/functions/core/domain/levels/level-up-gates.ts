import * as z from 'zod'
import type { Ability } from '#domain/ability/ability.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'

/** The conditions of a test, as stable codes, in the order in which they are reported. */
export const LevelUpGate = z
  .enum(['coverage', 'ability', 'safety', 'recency', 'cooldown', 'max_level'])
  .meta({ id: 'LevelUpGate', description: 'A condition of a level test', example: 'coverage' })
export type LevelUpGate = z.output<typeof LevelUpGate>

/**
 * The facts on which the level-up test of one category depends. Counts are of exercises usable with
 * the athlete's equipment.
 */
export type LevelUpFacts = {
  readonly level: number
  /** Exercises of this level and category. */
  readonly available: number
  /** How many of `available` count as mastered. */
  readonly mastered: number
  readonly ability: Ability
  /** The smallest difficulty in the next level; null at the highest level or when there is none. */
  readonly entryDifficulty: number | null
  /** Number of red flags in this category in 14 days, each counted on its own. */
  readonly redFlags14Days: number
  readonly daysSinceSession: number
  /** Null when no test was ever taken. */
  readonly daysSinceTest: number | null
  /**
   * Whether the athlete asks without having worked through the level: only safety, cooldown and the
   * highest level bar it.
   */
  readonly placement: boolean
}

const placementGates: readonly LevelUpGate[] = ['safety', 'cooldown', 'max_level']

type GateFacts = LevelUpFacts & { readonly pAbility: number | null }

/**
 * Returns how many of the usable exercises of a level must be mastered: three fifths rounded up, at
 * least two, never more than exist.
 */
export function requiredMastered(available: number, rules: TrainingRules): number {
  const { tenths, exercisesMin } = rules.levelUp.coverage
  return Math.min(available, Math.max(exercisesMin, Math.ceil((tenths * available) / 10)))
}

/**
 * Lists the gates that are asked: at the highest level only `max_level`, and for a placement only
 * those that always bar a test.
 */
export function gatesAsked(
  { level, placement }: Pick<LevelUpFacts, 'level' | 'placement'>,
  rules: TrainingRules,
): readonly LevelUpGate[] {
  if (level >= rules.levelUp.levelMax) return ['max_level']
  return placement ? placementGates : LevelUpGate.options
}

/** Lists the gates that are shut. At the highest level `max_level` is the only one reported. */
export function failedGates(facts: GateFacts, rules: TrainingRules): LevelUpGate[] {
  return gatesAsked(facts, rules).filter((gate) => isShut(gate, facts, rules))
}

function isShut(gate: LevelUpGate, facts: GateFacts, rules: TrainingRules): boolean {
  const { abilityProbabilityMin, daysSinceSessionMax, daysBetweenTestsMin } = rules.levelUp
  switch (gate) {
    case 'coverage':
      return facts.available === 0 || facts.mastered < requiredMastered(facts.available, rules)
    case 'ability':
      return facts.pAbility === null || facts.pAbility < abilityProbabilityMin
    case 'safety':
      return facts.redFlags14Days > 0
    case 'recency':
      return facts.daysSinceSession > daysSinceSessionMax
    case 'cooldown':
      return facts.daysSinceTest !== null && facts.daysSinceTest < daysBetweenTestsMin
    case 'max_level':
      return facts.level >= rules.levelUp.levelMax
  }
}
