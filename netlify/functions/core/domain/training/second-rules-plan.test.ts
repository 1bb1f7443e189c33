import { describe, expect, it } from 'vitest'
import { rules2026v1, rules2026v2 } from '#domain/rules/training-rules.js'
import { idOf } from '#tests/support/ids.js'
import { type GivenEntry, placeOf } from '#tests/support/logged-entries.js'
import { type Day, decidedOn, decisionsIn, fourDays, live, pullUp } from '#tests/support/second-rules.js'
import type { Directive } from './training-log.js'

describe('an exercise that was done twice in a session', () => {
  const twice = (
    first: readonly number[],
    second: readonly number[],
    targets: readonly number[][] = [],
  ): GivenEntry[] => [
    { ...pullUp, sets: first, ...(targets[0] ? { targets: targets[0] } : {}) },
    { ...pullUp, sets: second, ...(targets[1] ? { targets: targets[1] } : {}) },
  ]

  it.each([
    ['2026.1', rules2026v1],
    ['2026.2', rules2026v2],
  ] as const)('is mastered in a day by the first rules alone: %s', (_, rules) => {
    const state = live(rules, [['2026-11-02', ...twice([6, 6, 6], [6, 6, 6])]])
    const isMastered = state.exercises.get(idOf.exercise('pull-up'))?.masteredAt != null
    expect(isMastered).toBe(rules === rules2026v1)
  })

  it('is decided at its first place, to which the other refers', () => {
    const { decisions } = live(rules2026v2, [['2026-11-02', ...twice([6, 6, 6], [6, 6, 6])]])
    expect(decisions).toMatchObject([
      { sessionExerciseId: placeOf('pull-up', '2026-11-02', 1), reason: 'default_met_once' },
      {
        sessionExerciseId: placeOf('pull-up', '2026-11-02', 2),
        decision: 'hold',
        reason: 'judged_together',
        inputs: { judgedAt: placeOf('pull-up', '2026-11-02', 1) },
      },
    ])
  })

  it('does not regress in a day', () => {
    const push = (sets: readonly number[]): GivenEntry => ({ exercise: 'push-up', sets, standard: [10, 10, 10] })
    const day: Day = ['2026-11-02', push([6, 6]), push([6])]
    expect(decisionsIn(live(rules2026v1, [day]))).toEqual(['hold/missed', 'regress/repeated_miss'])
    expect(decisionsIn(live(rules2026v2, [day]))).toEqual(['hold/missed', 'hold/judged_together'])
  })

  it('progresses as a circuit, whose rounds are planned one by one', () => {
    const round: GivenEntry = { ...pullUp, sets: [5], targets: [5] }
    const { decisions } = live(rules2026v2, [['2026-11-02', round, round, round]])
    expect(decisions[0]).toMatchObject({ reason: 'target_met', before: [5, 5, 5], after: [6, 6, 6] })
    expect(decisionsIn(live(rules2026v1, [['2026-11-02', round, round, round]]))).not.toContain('progress/target_met')
  })

  it('can be overridden at either place', () => {
    const at = { at: '2026-11-02T20:00:00.000Z', on: '2026-11-02', rulesVersion: rules2026v2.version }
    const override: Directive = {
      kind: 'override',
      ...at,
      sessionExerciseId: placeOf('pull-up', '2026-11-02', 2),
      sets: [4, 4, 4],
    }
    const { decisions } = live(rules2026v2, [['2026-11-02', ...twice([6, 6, 6], [6])]], [override])
    expect(decisions[0]).toMatchObject({ overridden: true, after: [4, 4, 4] })
  })
})

describe('what is planned', () => {
  const plan = (targets: readonly number[], sets: readonly number[], rpe: number | null = 8): GivenEntry => ({
    exercise: 'push-up',
    standard: [10, 10, 10],
    targets,
    sets: sets.map((amount) => ({ amount, rpe })),
  })
  const decisionAfter = (first: GivenEntry, second: GivenEntry, gap = '2026-11-05') =>
    live(rules2026v2, [
      ['2026-11-02', first],
      [gap, second],
    ]).decisions[1]

  it('is what is judged', () => {
    expect(decisionAfter(plan([7, 7, 7], [7, 7, 7]), plan([9, 9, 9], [9, 9, 9]))).toMatchObject({
      reason: 'target_met',
      inputs: { targets: [9, 9, 9] },
      after: [10, 10, 10],
    })
  })

  it('leads on when it had fewer sets than the standard', () => {
    expect(decisionAfter(plan([7, 7, 7], [7, 7, 7]), plan([8, 8], [8, 8]))).toMatchObject({
      reason: 'target_met',
      after: [9, 9, 9],
    })
  })

  it('keeps the working sets when it asked for less, and was met', () => {
    expect(decisionAfter(plan([8, 8, 8], [8, 8, 8]), plan([5, 5, 5], [5, 5, 5]))).toMatchObject({
      reason: 'plan_met',
      before: [9, 9, 9],
      after: [9, 9, 9],
    })
  })

  it('is not what is judged when the working sets were done all the same', () => {
    expect(decisionAfter(plan([7, 7, 7], [7, 7, 7]), plan([5, 5, 5], [8, 8, 8]))).toMatchObject({
      reason: 'target_met',
      inputs: { targets: [8, 8, 8] },
    })
    expect(decisionAfter(plan([7, 7, 7], [7, 7, 7]), plan([10, 10, 10], [8, 8, 8], 9.5))).toMatchObject({
      inputs: { targets: [8, 8, 8] },
      decision: 'progress',
    })
  })

  it('is named after a break, instead of sets that nobody planned', () => {
    const missed = decisionAfter(plan([10, 10, 10], [10, 10, 10]), plan([10, 10, 10], [6, 6, 6], null), '2026-11-27')
    expect(missed).toMatchObject({ reason: 'missed', before: [8, 8, 8], inputs: { targets: [10, 10, 10] } })
  })

  it('does not master an exercise with a single set', () => {
    expect(decisionAfter(plan([10], [10]), plan([10], [10]))).toMatchObject({ reason: 'ceiling_met' })
  })
})

describe('a set that ended early with something in reserve', () => {
  const push = (...sets: GivenEntry['sets']): GivenEntry => ({
    exercise: 'push-up',
    standard: [10, 10, 10],
    targets: [8, 8, 8],
    sets,
  })

  it('counts as its target when two reps were missing', () => {
    const state = live(rules2026v2, [['2026-11-02', push(8, 7, { amount: 6, rpe: 7 })]])
    expect(state.decisions[0]).toMatchObject({
      decision: 'progress',
      completion: 1,
      inputs: { actual: [8, 7, 6], counted: [8, 8, 8] },
    })
  })

  it.each([
    ['three were missing', { amount: 5, rpe: 7 }],
    ['nothing was left', { amount: 6, rpe: 9.5 }],
    ['nobody knows what was left', { amount: 6, rpe: null }],
  ])('counts as what it was when %s', (_, last) => {
    expect(decidedOn(fourDays.slice(0, 1), rules2026v2, push(8, 8, last))).toEqual(['hold/missed'])
  })

  it('was a miss by the first rules', () => {
    expect(decidedOn(fourDays.slice(0, 1), rules2026v1, push(8, 7, { amount: 6, rpe: 7 }))).toEqual(['hold/missed'])
  })
})
