import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { idOf } from '#tests/support/ids.js'
import { refusalOf } from '#tests/support/sessions.js'
import { exercise } from '#tests/support/training-logs.js'
import type { LevelTestOffer } from './level-test.js'
import { levelUp } from './level-up.js'
import type { LevelUpFacts } from './level-up-gates.js'
import { levelDirectives, type PerformedTest, takeLevelTest, testedEvent } from './take-level-test.js'

const open: LevelUpFacts = {
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
const archer = exercise('archer-push-up', { level: 3, difficulty: 3, defaults: [6, 6, 6] })

const offerOf = (facts: Partial<LevelUpFacts> = {}, more: Partial<LevelTestOffer> = {}): LevelTestOffer => {
  const asked = { ...open, ...facts }
  return {
    category: 'Push',
    facts: asked,
    decision: levelUp(asked, null, rulesInForce),
    exercise: archer,
    nextTestOn: null,
    ...more,
  }
}
const reps = (...amounts: number[]) => amounts.map((amount) => ({ reps: amount }))
const done: PerformedTest = { actual: reps(6, 6, 7), rpeLast: 9, pain: 3 }

describe('takeLevelTest', () => {
  it('passes when every set reaches the standard at RPE 9 or less and pain 3 or less', () => {
    expect(takeLevelTest(offerOf(), done, rulesInForce)).toMatchObject({
      passed: true,
      shortfalls: [],
      levelBefore: 2,
      level: 3,
    })
  })

  it('passes without a rating', () => {
    expect(takeLevelTest(offerOf(), { ...done, rpeLast: null, pain: 0 }, rulesInForce).passed).toBe(true)
  })

  it('fails with every shortfall named, and keeps the level', () => {
    const failed = takeLevelTest(offerOf(), { actual: reps(6, 5), rpeLast: 9.5, pain: 4 }, rulesInForce)
    expect(failed).toMatchObject({ passed: false, shortfalls: ['amount', 'effort', 'pain'], level: 2 })
    expect(failed.explanation).toBe(
      'Not passed: you did 6, 5 of 6, 6, 6; the last set at RPE 9.5 was above 9; pain of 4 out of 10 was noted, ' +
        'and at most 3 may be; seek advice if it lasts.',
    )
  })

  it('refuses a test while it is barred, and names every gate that is shut', () => {
    const barred = () =>
      takeLevelTest(offerOf({ mastered: 2, redFlags14Days: 1, daysSinceTest: 2 }), done, rulesInForce)
    expect(refusalOf(barred)).toEqual({ code: 'TEST_BARRED', faults: [' COVERAGE', ' SAFETY', ' COOLDOWN'] })
  })

  it('refuses a placement when there is no exercise to test', () => {
    const placement = offerOf({ placement: true, entryDifficulty: null }, { exercise: null })
    expect(refusalOf(() => takeLevelTest(placement, done, rulesInForce))).toEqual({
      code: 'TEST_BARRED',
      faults: [' NO_EXERCISE'],
    })
  })

  it('refuses seconds for an exercise that is counted in reps', () => {
    const held = () => takeLevelTest(offerOf(), { ...done, actual: [{ duration: 30 }] }, rulesInForce)
    expect(refusalOf(held)).toEqual({ code: 'METRIC_MISMATCH', faults: ['/actual METRIC_MISMATCH'] })
  })
})

describe('the events of a level test', () => {
  const test = { id: idOf.levelTest('t'), category: 'Push', on: '2026-11-22', placement: false } as const
  const at = new Date('2026-11-22T12:00:00.000Z')
  const passed = takeLevelTest(offerOf(), done, rulesInForce)
  const failed = takeLevelTest(offerOf(), { ...done, pain: 4 }, rulesInForce)

  it('tell whether the test was passed', () => {
    expect(testedEvent(test, failed, at, rulesInForce)).toMatchObject({
      type: 'level.tested',
      payload: { fromLevel: 2, passed: false, on: '2026-11-22', rulesVersion: rulesInForce.version },
    })
  })

  it('raise the level only when the test was passed', () => {
    expect(levelDirectives(test, passed, at, rulesInForce)).toMatchObject([
      {
        type: 'level.achieved',
        payload: { level: 3, on: '2026-11-22', tested: { sets: passed.tested.sets, standardSets: [6, 6, 6] } },
      },
    ])
    expect(levelDirectives(test, failed, at, rulesInForce)).toEqual([])
  })
})
