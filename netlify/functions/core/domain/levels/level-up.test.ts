import { describe, expect, it } from 'vitest'
import { rules2026v1 } from '#domain/rules/training-rules.js'
import { judgeTest } from './judge-test.js'
import { levelUp, suggestsLevelDown } from './level-up.js'
import type { LevelUpFacts } from './level-up-gates.js'

const ready: LevelUpFacts = {
  level: 2,
  available: 8,
  mastered: 5,
  ability: { mean: 3.3, variance: 0.04 },
  entryDifficulty: 3,
  redFlags14Days: 0,
  daysSinceSession: 2,
  daysSinceTest: null,
  placement: false,
}

const passed = { defaults: [8, 8], actual: [8, 9], rpeLast: 9, pain: 3 }

describe('the gates of levelUp', () => {
  it('are all open in the worked example: 5 of 8 mastered, a chance of 0.8849', () => {
    const decision = levelUp(ready, null, rules2026v1)
    expect(decision).toMatchObject({ requiredMastered: 5, failedGates: [], result: 'eligible' })
    expect(decision.pAbility).toBeCloseTo(0.8849, 4)
  })

  it('are all reported when they fail, in order', () => {
    const facts = {
      ...ready,
      mastered: 4,
      entryDifficulty: 4,
      redFlags14Days: 1,
      daysSinceSession: 22,
      daysSinceTest: 6,
    }
    const decision = levelUp(facts, passed, rules2026v1)
    expect(decision.failedGates).toEqual(['coverage', 'ability', 'safety', 'recency', 'cooldown'])
    expect(decision.result).toBe('not_eligible')
  })

  it('are open on the last day that recency allows and the first day after the cooldown', () => {
    expect(levelUp({ ...ready, daysSinceSession: 21, daysSinceTest: 7 }, null, rules2026v1).failedGates).toEqual([])
  })

  it('fail on ability when no exercise of the next level can be done', () => {
    expect(levelUp({ ...ready, entryDifficulty: null }, null, rules2026v1)).toMatchObject({
      pAbility: null,
      failedGates: ['ability'],
    })
  })

  it('fail on coverage when the equipment allows no exercise of the level', () => {
    expect(levelUp({ ...ready, available: 0, mastered: 0 }, null, rules2026v1).failedGates).toEqual(['coverage'])
  })

  it('fail only on the highest level when the athlete has reached it', () => {
    const top = { ...ready, level: 5, entryDifficulty: null, redFlags14Days: 3 }
    expect(levelUp(top, null, rules2026v1).failedGates).toEqual(['max_level'])
  })

  it('are only safety, cooldown and the highest level for a placement', () => {
    const facts = { ...ready, mastered: 0, entryDifficulty: 5, daysSinceSession: 99, placement: true }
    expect(levelUp(facts, null, rules2026v1).result).toBe('eligible')
    expect(levelUp({ ...facts, redFlags14Days: 1, daysSinceTest: 1 }, null, rules2026v1).failedGates).toEqual([
      'safety',
      'cooldown',
    ])
  })
})

describe('the test that levelUp judges', () => {
  it('is passed at RPE 9 and pain 3', () => {
    expect(levelUp(ready, passed, rules2026v1).result).toBe('pass')
  })

  it('is passed without a rating', () => {
    expect(levelUp(ready, { ...passed, rpeLast: null }, rules2026v1).result).toBe('pass')
  })

  it.each([
    ['a set below its default', { actual: [8, 7] }, 'amount'],
    ['a missing set', { actual: [8] }, 'amount'],
    ['RPE 9.5', { rpeLast: 9.5 }, 'effort'],
    ['pain 4', { pain: 4 }, 'pain'],
  ])('is failed with %s', (_, change, shortfall) => {
    expect(judgeTest({ ...passed, ...change }, rules2026v1)).toEqual([shortfall])
    expect(levelUp(ready, { ...passed, ...change }, rules2026v1)).toMatchObject({
      result: 'fail',
      shortfalls: [shortfall],
    })
  })
})

describe('suggestsLevelDown', () => {
  const facts = { level: 3, ability: { mean: 2.5, variance: 0.04 }, sessions: 3 }

  it('is true when the level is unlikely after three sessions', () => {
    expect(suggestsLevelDown(facts, rules2026v1)).toBe(true)
  })

  it('is true at level 1, with level 0 below it', () => {
    const ability = { mean: 0.2, variance: 0.04 }
    expect(suggestsLevelDown({ level: 1, ability, sessions: 3 }, rules2026v1)).toBe(true)
  })

  it('is false when the chance is exactly at the limit', () => {
    const { levelUp: levelUpRules } = rules2026v1
    const down = { ...levelUpRules.down, probabilityMax: 0.5 }
    const rules = { ...rules2026v1, levelUp: { ...levelUpRules, down } }
    const half = { level: 3, ability: { mean: 3, variance: 0.04 }, sessions: 3 }
    expect(suggestsLevelDown(half, rules)).toBe(false)
  })

  it('is false after two sessions', () => {
    expect(suggestsLevelDown({ ...facts, sessions: 2 }, rules2026v1)).toBe(false)
  })

  it('is false when the level is still likely', () => {
    expect(suggestsLevelDown({ ...facts, ability: { mean: 2.9, variance: 0.04 } }, rules2026v1)).toBe(false)
  })

  it('is false at level 0', () => {
    expect(suggestsLevelDown({ level: 0, ability: { mean: -4, variance: 0.04 }, sessions: 9 }, rules2026v1)).toBe(false)
  })
})
