import { describe, expect, it } from 'vitest'
import { rules2026v1, rules2026v2, type TrainingRules } from '#domain/rules/training-rules.js'
import { idOf } from '#tests/support/ids.js'
import type { GivenEntry } from '#tests/support/logged-entries.js'
import { type Day, decidedOn, fourDays, live, pullUp } from '#tests/support/second-rules.js'
import { recordKey } from './records.js'
import type { Directive } from './training-log.js'

describe('a warm-up before the work', () => {
  const sets = [2, 6, 6, { amount: 6, rpe: 8.5 }]

  it('made a miss, and three of them a regression, by the first rules', () => {
    expect(decidedOn(fourDays, rules2026v1, { ...pullUp, sets })).toEqual([
      'hold/missed',
      'hold/missed',
      'regress/repeated_miss',
      'hold/missed',
    ])
  })

  it('changes nothing by the second, whether it was marked or not', () => {
    const mastered = ['consolidate/default_met_once', 'mastered/default_met_twice']
    expect(decidedOn(fourDays, rules2026v2, { ...pullUp, sets }).slice(0, 2)).toEqual(mastered)
    const marked = [{ amount: 2, rpe: 4, kind: 'warmup' as const }, ...sets.slice(1)]
    expect(decidedOn(fourDays, rules2026v2, { ...pullUp, sets: marked }).slice(0, 2)).toEqual(mastered)
  })

  it('that was all that was done leads to no decision', () => {
    const warmUp = { ...pullUp, sets: [{ amount: 12, kind: 'warmup' as const }] }
    const state = live(rules2026v2, [['2026-11-02', warmUp]])
    expect([state.decisions, [...state.categories], [...state.records]]).toEqual([[], [], []])
  })
})

describe('a drop set after the work', () => {
  const drop = { amount: 4, rpe: 10, weightKg: -20 }

  it('cancelled the decision by the first rules', () => {
    expect(decidedOn(fourDays.slice(0, 1), rules2026v1, { ...pullUp, sets: [6, 6, 6, drop] })).toEqual([
      'hold/assisted',
    ])
  })

  it.each([{ ...drop }, { ...drop, kind: 'drop' as const }])('changes nothing by the second: %o', (last) => {
    expect(decidedOn(fourDays.slice(0, 1), rules2026v2, { ...pullUp, sets: [6, 6, 6, last] })).toEqual([
      'consolidate/default_met_once',
    ])
  })

  it('sets no record', () => {
    const long = { ...pullUp, sets: [6, 6, 6, { amount: 20, kind: 'drop' as const }] }
    const { records } = live(rules2026v2, [['2026-11-02', long]])
    expect(records.get(recordKey({ exerciseId: idOf.exercise('pull-up'), kind: 'reps' }))?.value).toBe(6)
  })
})

describe('more weight than was planned', () => {
  const sets = [
    { amount: 6, rpe: 6 },
    { amount: 5, weightKg: 15 },
    { amount: 3, weightKg: 25, rpe: 9 },
  ]

  it('was a miss by the first rules', () => {
    expect(decidedOn(fourDays.slice(0, 1), rules2026v1, { ...pullUp, sets })).toEqual(['hold/missed'])
  })

  it('is judged by what it is worth by the second', () => {
    const { decisions } = live(rules2026v2, [['2026-11-02', { ...pullUp, sets }]])
    expect(decisions).toMatchObject([
      { reason: 'default_met_once', completion: 1, inputs: { actual: [6, 5, 3], counted: [6, 12, 14] } },
    ])
  })

  it('raises the estimate instead of lowering it', () => {
    const meanAfter = (rules: TrainingRules) => {
      const light: GivenEntry = { ...pullUp, sets: [6, 6, 6] }
      const heavy: GivenEntry = { ...pullUp, sets: [3, 3, 3].map((amount) => ({ amount, rpe: 9, weightKg: 25 })) }
      const before =
        live(
          rules,
          fourDays.map((date): Day => [date, light]),
        ).categories.get('Pull')?.ability.mean ?? 0
      const days = fourDays.map((date): Day => [date, date < '2026-11-08' ? light : heavy])
      return (live(rules, days).categories.get('Pull')?.ability.mean ?? 0) - before
    }
    expect(meanAfter(rules2026v1)).toBeLessThan(0)
    expect(meanAfter(rules2026v2)).toBeGreaterThan(0.2)
  })

  it('counts towards a planned load what was done with that load', () => {
    const planned = {
      ...pullUp,
      modifier: 'load:15' as const,
      targets: [5, 5],
      sets: [5, 5].map((amount) => ({ amount, weightKg: 15 })),
    }
    expect(decidedOn(fourDays.slice(0, 1), rules2026v2, planned)).toEqual(['progress/target_met'])
    const lighter = { ...planned, sets: [5, 5] }
    expect(decidedOn(fourDays.slice(0, 1), rules2026v2, lighter)).toEqual(['hold/missed'])
  })
})

describe('an exercise with help', () => {
  it('says nothing when the help was needed', () => {
    const helped = { ...pullUp, sets: [6, 6, 6].map((amount) => ({ amount, weightKg: -20 })) }
    expect(decidedOn(fourDays.slice(0, 1), rules2026v2, helped)).toEqual(['hold/assisted'])
  })

  it('meets the target when it was met in spite of it', () => {
    const helped = { ...pullUp, sets: [12, 12, 12].map((amount) => ({ amount, weightKg: -5 })) }
    expect(decidedOn(fourDays.slice(0, 1), rules2026v2, helped)).toEqual(['consolidate/default_met_once'])
  })

  it('tells something of the ability by known kilograms', () => {
    const helped = { ...pullUp, sets: [{ amount: 8, weightKg: -10, rpe: 9 }] }
    const [first, second] = [rules2026v1, rules2026v2].map((rules) =>
      live(rules, [['2026-11-02', helped]]).categories.get('Pull'),
    )
    expect([first?.observedOn, second?.observedOn]).toEqual([null, '2026-11-02'])
  })
})

describe('attempts that failed', () => {
  const failed = { ...pullUp, sets: [0, 0, 0].map((amount) => ({ amount, rpe: 10 })) }
  const meanAfter = (rules: TrainingRules) =>
    live(
      rules,
      fourDays.map((date): Day => [date, failed]),
    ).categories.get('Pull')?.ability.mean ?? Number.NaN

  it('taught nothing by the first rules, and lower the estimate by the second', () => {
    expect(meanAfter(rules2026v1)).toBe(1)
    const assessed: Directive = {
      kind: 'assessment',
      category: 'Pull',
      level: 3,
      on: '2026-11-01',
      at: '2026-11-01T08:00:00.000Z',
      rulesVersion: '2026.2',
    }
    const { categories } = live(
      rules2026v2,
      fourDays.map((date): Day => [date, failed]),
      [assessed],
    )
    expect(categories.get('Pull')?.ability.mean).toBeLessThan(2.5)
  })
})
