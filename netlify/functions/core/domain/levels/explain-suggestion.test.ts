import { expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { explainDown, explainTestOpen } from './explain-suggestion.js'

it('explainDown names the level, the chance to be at it, and the level below', () => {
  expect(explainDown({ level: 3, pLevel: 0.129, sessions: 3 }, rulesInForce)).toEqual({
    suggestion: 'down',
    ruleId: 'level.down',
    inputs: { level: 3, pLevel: 0.129, sessions: 3 },
    thresholds: { probabilityMax: 0.2, sessionsMin: 3 },
    explanation: 'Your sessions so far speak for level 3 with a chance of 12 % only: level 2 may suit you better.',
  })
})

it('explainTestOpen names the next level and the chance to be at its entry', () => {
  const open = { level: 2, mastered: 5, requiredMastered: 5, pAbility: 0.8849 }
  expect(explainTestOpen(open, rulesInForce)).toEqual({
    suggestion: 'test',
    ruleId: 'level.test',
    inputs: { level: 2, mastered: 5, pAbility: 0.8849 },
    thresholds: { requiredMastered: 5, abilityProbabilityMin: 0.8 },
    explanation: 'You may take the test of level 3: you are at its entry with a chance of 88 %.',
  })
})
