import type { TrainingRules } from '#domain/rules/training-rules.js'
import { counted, percent } from '#domain/values/in-words.js'
import type { Reason } from '#domain/values/reason.js'
import type { LevelUpDecision } from './level-up.js'
import { gatesAsked, type LevelUpFacts, type LevelUpGate } from './level-up-gates.js'

/** A gate of the level-up test, and whether it is open. */
export type ExplainedGate = Reason & { readonly gate: LevelUpGate; readonly passed: boolean }

type Asked = { readonly facts: LevelUpFacts; readonly decision: LevelUpDecision; readonly rules: TrainingRules }
type Explanation = Omit<Reason, 'ruleId'>

/** Explains every gate that was asked, open or shut, in order. */
export function explainGates(facts: LevelUpFacts, decision: LevelUpDecision, rules: TrainingRules): ExplainedGate[] {
  return gatesAsked(facts, rules).map((gate) => ({
    gate,
    passed: !decision.failedGates.includes(gate),
    ruleId: `levelUp.${gate}`,
    ...explanations[gate]({ facts, decision, rules }),
  }))
}

const explanations: Readonly<Record<LevelUpGate, (asked: Asked) => Explanation>> = {
  coverage: ({ facts: { available, mastered, level }, decision: { requiredMastered } }) => ({
    inputs: { available, mastered },
    thresholds: { requiredMastered: Math.max(1, requiredMastered) },
    explanation:
      available === 0
        ? `No exercise of level ${level} can be done with your equipment.`
        : `Of the ${available} exercises of level ${level} that your equipment allows, ${mastered} count as mastered: mastered, or surely within your reach; ${requiredMastered} are needed.`,
  }),
  ability: ({ facts: { entryDifficulty }, decision: { pAbility }, rules }) => {
    const { abilityProbabilityMin } = rules.levelUp
    return {
      inputs: { pAbility, entryDifficulty },
      thresholds: { abilityProbabilityMin },
      explanation:
        pAbility === null
          ? 'No exercise of the next level can be done with your equipment.'
          : `The chance that you are at the entry of the next level is ${percent(pAbility)}; ${percent(abilityProbabilityMin)} is needed.`,
    }
  },
  safety: ({ facts: { redFlags14Days }, rules: { levelUp } }) => ({
    inputs: { redFlags14Days },
    thresholds: { redFlagsMax: 0 },
    explanation:
      redFlags14Days === 0
        ? `No strong or lasting pain was noted in the last ${levelUp.redFlagDays} days.`
        : `Strong or lasting pain was noted in the last ${levelUp.redFlagDays} days: let it settle first, and seek advice if it lasts.`,
  }),
  recency: ({ facts, rules }) => {
    const { daysSinceSessionMax } = rules.levelUp
    const daysSinceSession = Number.isFinite(facts.daysSinceSession) ? facts.daysSinceSession : null
    return {
      inputs: { daysSinceSession },
      thresholds: { daysSinceSessionMax },
      explanation:
        daysSinceSession === null
          ? 'You have not completed a session in this category yet.'
          : `Your last session in this category was ${counted(daysSinceSession, 'day')} ago; it may be at most ${counted(daysSinceSessionMax, 'day')}.`,
    }
  },
  cooldown: ({ facts: { daysSinceTest }, rules }) => {
    const { daysBetweenTestsMin } = rules.levelUp
    return {
      inputs: { daysSinceTest },
      thresholds: { daysBetweenTestsMin },
      explanation:
        daysSinceTest === null
          ? 'You have not taken a test in this category yet.'
          : `Your last test was ${counted(daysSinceTest, 'day')} ago; ${counted(daysBetweenTestsMin, 'day')} must lie between two tests.`,
    }
  },
  max_level: ({ facts: { level }, rules: { levelUp } }) => ({
    inputs: { level },
    thresholds: { levelMax: levelUp.levelMax },
    explanation:
      level >= levelUp.levelMax
        ? `Level ${level} is the highest: there is no test beyond it.`
        : `You are at level ${level} of ${levelUp.levelMax}.`,
  }),
}
