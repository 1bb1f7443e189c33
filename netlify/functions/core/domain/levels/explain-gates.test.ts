import { describe, expect, it } from 'vitest'
import { rules2026v1 } from '#domain/rules/training-rules.js'
import { explainGates } from './explain-gates.js'
import { levelUp } from './level-up.js'
import type { LevelUpFacts } from './level-up-gates.js'

const facts: LevelUpFacts = {
  level: 2,
  available: 8,
  mastered: 5,
  ability: { mean: 3.3, variance: 0.04 },
  entryDifficulty: 3,
  redFlags14Days: 0,
  daysSinceSession: 3,
  daysSinceTest: null,
  placement: false,
}

const gatesOf = (more: Partial<LevelUpFacts> = {}) => {
  const asked = { ...facts, ...more }
  return explainGates(asked, levelUp(asked, null, rules2026v1), rules2026v1)
}
const shut = (more: Partial<LevelUpFacts>) => gatesOf(more).filter(({ passed }) => !passed)

describe('explainGates', () => {
  it('reports all six gates in order, all open in the worked example', () => {
    const gates = gatesOf()
    expect(gates.map(({ gate, passed }) => `${gate} ${passed}`)).toEqual([
      'coverage true',
      'ability true',
      'safety true',
      'recency true',
      'cooldown true',
      'max_level true',
    ])
    expect(gates[0]).toMatchObject({ inputs: { available: 8, mastered: 5 }, thresholds: { requiredMastered: 5 } })
    expect(gates[1]?.explanation).toBe(
      'The chance that you are at the entry of the next level is 88 %; 80 % is needed.',
    )
  })

  it.each([
    [
      'coverage',
      { mastered: 4 },
      'Of the 8 exercises of level 2 that your equipment allows, 4 count as mastered: mastered, or surely within your reach; 5 are needed.',
    ],
    ['coverage', { available: 0, mastered: 0 }, 'No exercise of level 2 can be done with your equipment.'],
    ['ability', { entryDifficulty: null }, 'No exercise of the next level can be done with your equipment.'],
    ['safety', { redFlags14Days: 1 }, 'Strong or lasting pain was noted in the last 14 days'],
    ['recency', { daysSinceSession: 22 }, 'was 22 days ago; it may be at most 21 days.'],
    [
      'recency',
      { daysSinceSession: Number.POSITIVE_INFINITY },
      'You have not completed a session in this category yet.',
    ],
    ['cooldown', { daysSinceTest: 1 }, 'Your last test was 1 day ago; 7 days must lie between two tests.'],
  ] as const)('says why the %s gate is shut: %o', (gate, more, sentence) => {
    const closed = shut(more)
    expect(closed.map((explained) => explained.gate)).toEqual([gate])
    expect(closed[0]?.explanation).toContain(sentence)
  })

  it.each([
    ['safety', {}, 'No strong or lasting pain was noted in the last 14 days.'],
    [
      'recency',
      { daysSinceSession: 1 },
      'Your last session in this category was 1 day ago; it may be at most 21 days.',
    ],
    ['cooldown', {}, 'You have not taken a test in this category yet.'],
    ['max_level', {}, 'You are at level 2 of 5.'],
  ] as const)('says why the %s gate is open: %o', (gate, more, sentence) => {
    expect(gatesOf(more)).toContainEqual(expect.objectContaining({ gate, passed: true, explanation: sentence }))
  })

  it('allows no red flag', () => {
    expect(gatesOf().find(({ gate }) => gate === 'safety')?.thresholds).toEqual({ redFlagsMax: 0 })
  })

  it.each([
    ['one when no exercise can be done', 0],
    ['the only one that can be done', 1],
  ])('asks for the mastery of at least one exercise: %s', (_, available) => {
    const coverage = gatesOf({ available, mastered: 0 }).find(({ gate }) => gate === 'coverage')
    expect(coverage).toMatchObject({ passed: false, thresholds: { requiredMastered: 1 } })
  })

  it('checks only safety, cooldown and the highest level for a placement', () => {
    expect(gatesOf({ placement: true }).map(({ gate }) => gate)).toEqual(['safety', 'cooldown', 'max_level'])
  })

  it('checks only the highest level when the athlete has reached it', () => {
    expect(gatesOf({ level: 5 })).toEqual([
      {
        gate: 'max_level',
        passed: false,
        ruleId: 'levelUp.max_level',
        inputs: { level: 5 },
        thresholds: { levelMax: 5 },
        explanation: 'Level 5 is the highest: there is no test beyond it.',
      },
    ])
  })

  it('gives a finite number or null for every input', () => {
    const inputs = gatesOf({ daysSinceSession: Number.POSITIVE_INFINITY }).flatMap((gate) => Object.values(gate.inputs))
    expect(inputs.every((value) => value === null || Number.isFinite(value))).toBe(true)
  })
})
