import { describe, expect, it } from 'vitest'
import { rules2026v1, rules2026v2, type TrainingRules } from '#domain/rules/training-rules.js'
import { type GivenEntry, placeOf } from '#tests/support/logged-entries.js'
import { type Day, decisionsIn, live, pullUp } from '#tests/support/second-rules.js'
import type { Directive } from '../training-log.js'

const typed: GivenEntry = { ...pullUp, sets: [6, 60, 6] }
const chinUp: GivenEntry = { exercise: 'chin-up', difficulty: 3, standard: [6, 6, 6], sets: [6, 6, 6] }

const ability = (day: Day, rules: TrainingRules = rules2026v2) => live(rules, [day]).categories.get('Pull')

describe('a set that may be a typing error', () => {
  it('teaches nothing of the ability, and what stands beside it does', () => {
    expect(ability(['2026-11-02', typed])?.observedOn).toBeNull()
    expect(ability(['2026-11-02', typed, chinUp])?.ability).toEqual(ability(['2026-11-02', chinUp])?.ability)
  })

  it('holds the whole exercise until the athlete confirms one of its places', () => {
    const day: Day = ['2026-11-02', typed, { ...pullUp, sets: [6, 6, 6] }]
    const confirmed: Directive = {
      kind: 'confirmation',
      sessionExerciseId: placeOf('pull-up', '2026-11-02', 2),
      on: '2026-11-02',
      at: '2026-11-02T20:00:00.000Z',
      rulesVersion: rules2026v2.version,
    }
    expect(decisionsIn(live(rules2026v2, [day]))[0]).toBe('hold/held_for_review')
    expect(decisionsIn(live(rules2026v2, [day], [confirmed]))[0]).not.toBe('hold/held_for_review')
  })
})

describe('two exercises far above what was known', () => {
  const weak = (index: number): Day => [
    `2026-11-${10 + index}`,
    { ...pullUp, sets: [2, 2, 1] },
    { ...chinUp, sets: [2, 2, 1] },
  ]
  const before = Array.from({ length: 8 }, (_, index) => weak(index))

  it('both wait for review', () => {
    const strong: Day = ['2026-11-18', { ...pullUp, sets: [16, 16, 16] }, { ...chinUp, sets: [16, 16, 16] }]
    expect(decisionsIn(live(rules2026v2, [...before, strong])).slice(-2)).toEqual([
      'hold/held_for_review',
      'hold/held_for_review',
    ])
  })
})

describe('half a kilogram of help', () => {
  it('was help like any other by the first rules', () => {
    const day: Day = ['2026-11-02', { ...pullUp, sets: [6, 6, 6].map((amount) => ({ amount, weightKg: -0.5 })) }]
    expect(decisionsIn(live(rules2026v1, [day]))).toEqual(['hold/assisted'])
    expect(ability(day, rules2026v1)?.observedOn).toBeNull()
  })
})
