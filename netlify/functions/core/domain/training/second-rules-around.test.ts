import { describe, expect, it } from 'vitest'
import type { PainSite } from '#domain/library/vocabulary.js'
import { rules2026v1, rules2026v2, type TrainingRules } from '#domain/rules/training-rules.js'
import { idOf } from '#tests/support/ids.js'
import { type GivenEntry, placeOf } from '#tests/support/logged-entries.js'
import { type Day, decidedOn, decisionsIn, fourDays, live, pullUp } from '#tests/support/second-rules.js'
import type { Directive } from './training-log.js'

describe('strong pain', () => {
  const push: GivenEntry = {
    exercise: 'push-up',
    standard: [10, 10, 10],
    targets: [5, 5, 5],
    sets: [{ amount: 5, pain: 8 }, 5, 5],
  }
  const diamond: GivenEntry = { exercise: 'diamond', standard: [8, 8, 8], targets: [5, 5, 5], sets: [5, 5, 5] }
  const pull: GivenEntry = { ...pullUp, targets: [5, 5, 5], sets: [5, 5, 5] }

  it('holds its category for a week, and no other', () => {
    const state = live(rules2026v2, [
      ['2026-11-02', push],
      ['2026-11-03', diamond, pull],
      ['2026-11-10', diamond],
    ])
    expect(decisionsIn(state)).toEqual([
      'swap_down/pain_stop',
      'hold/category_pain',
      'progress/target_met',
      'progress/target_met',
    ])
  })

  const sore = (pain: number, site: PainSite): GivenEntry => ({
    ...push,
    sets: [{ amount: 5, pain, painSite: site }, 5, 5],
  })

  it.each<[string, GivenEntry, string]>([
    ['holds its category as well when it is noticeable and back at its place', sore(4, 'wrist'), 'hold/category_pain'],
    ['holds nothing else when it is back and slight', sore(3, 'wrist'), 'progress/target_met'],
    ['holds nothing else when it is noticeable at another place', sore(4, 'elbow'), 'progress/target_met'],
  ])('%s', (_, again, decided) => {
    const state = live(rules2026v2, [
      ['2026-11-02', sore(4, 'wrist')],
      ['2026-11-04', again],
      ['2026-11-10', diamond, pull],
    ])
    expect(decisionsIn(state).slice(-2)).toEqual([decided, 'progress/target_met'])
  })

  it('is strong from 6 on, and holds its category to the end of the seventh day', () => {
    const decidedAfter = (pain: number, day: string) =>
      decisionsIn(
        live(rules2026v2, [
          ['2026-11-02', sore(pain, 'wrist')],
          [day, diamond],
        ]),
      ).at(-1)
    expect(decidedAfter(5, '2026-11-03')).toBe('progress/target_met')
    expect(decidedAfter(6, '2026-11-08')).toBe('hold/category_pain')
    expect(decidedAfter(6, '2026-11-09')).toBe('progress/target_met')
  })

  it('is back when it was there in one of the two sessions before, and not three ago', () => {
    const last = (...days: readonly GivenEntry[]) => {
      const dates = ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05']
      const trained = days.map((entry, index): Day => [dates[index] ?? '', entry])
      return decisionsIn(live(rules2026v2, [...trained, ['2026-11-06', diamond]])).at(-1)
    }
    const [hurts, well] = [sore(4, 'wrist'), sore(0, 'wrist')]
    expect(last(hurts, well, hurts)).toBe('hold/category_pain')
    expect(last(hurts, well, well, hurts)).toBe('progress/target_met')
  })

  it('holds what would count towards a mastery, and lets a miss be a miss', () => {
    const next = (sets: readonly number[]) =>
      decisionsIn(
        live(rules2026v2, [
          ['2026-11-01', { ...diamond, targets: [8, 8, 8], sets: [8, 8, 8] }],
          ['2026-11-02', push],
          ['2026-11-04', { ...diamond, targets: [8, 8, 8], sets }],
        ]),
      ).at(-1)
    expect(next([8, 8, 8])).toBe('hold/category_pain')
    expect(next([2, 2, 2])).toBe('hold/missed')
    const first = live(rules2026v2, [
      ['2026-11-02', push],
      ['2026-11-04', { ...diamond, targets: [8, 8, 8], sets: [8, 8, 8] }],
    ])
    expect(decisionsIn(first).at(-1)).toBe('hold/category_pain')
  })

  it('held its exercise alone by the first rules', () => {
    expect(
      decisionsIn(
        live(rules2026v1, [
          ['2026-11-02', push],
          ['2026-11-03', diamond],
        ]),
      ),
    ).toEqual(['swap_down/pain_stop', 'progress/target_met'])
  })
})

describe('a break', () => {
  const at = (name: string, targets: readonly number[]): GivenEntry => ({
    exercise: name,
    standard: [8, 8, 8],
    targets,
    sets: targets,
  })
  const days: Day[] = [
    ['2026-08-01', at('diamond', [8, 8, 8])],
    ['2026-08-04', at('wall-push-up', [8, 8, 8])],
    ['2026-09-10', at('wall-push-up', [8, 8, 8])],
    ['2026-10-02', at('wall-push-up', [8, 8, 8])],
    ['2026-10-04', at('diamond', [5, 5, 5])],
  ]
  const back = (rules: TrainingRules) => live(rules, days).decisions.at(-1)?.before

  it('of an exercise ends when anything in the category was done, by the first rules', () => {
    expect(back(rules2026v1)).toEqual([8, 8, 8])
  })

  it('lasts until the exercise or something about as hard was done, by the second', () => {
    expect(back(rules2026v2)).toEqual([5, 5, 5])
  })
})

describe('sets above the standard', () => {
  it('are kept when the athlete asks for them', () => {
    const at = { at: '2026-11-02T20:00:00.000Z', on: '2026-11-02', sessionExerciseId: placeOf('push-up', '2026-11-02') }
    const day: Day = ['2026-11-02', { exercise: 'push-up', standard: [10, 10, 10], sets: [10, 10, 10] }]
    const workingAfter = (rules: TrainingRules) =>
      live(rules, [day], [{ kind: 'override', ...at, rulesVersion: rules.version, sets: [15, 15, 15] }]).decisions[0]
        ?.after
    expect([workingAfter(rules2026v1), workingAfter(rules2026v2)]).toEqual([
      [10, 10, 10],
      [15, 15, 15],
    ])
  })
})

describe('a mastery', () => {
  it('is decided once', () => {
    expect(decidedOn(fourDays, rules2026v2, { ...pullUp, sets: [6, 6, 6] })).toEqual([
      'consolidate/default_met_once',
      'mastered/default_met_twice',
      'consolidate/mastered_already',
      'consolidate/mastered_already',
    ])
  })
})

describe('an exercise that is done harder than described', () => {
  const plain: GivenEntry = { ...pullUp, sets: [6, 6, 6] }
  const loaded = (reps: number, modifier: 'load:10' | 'load:12.5' = 'load:10'): GivenEntry => ({
    ...pullUp,
    modifier,
    targets: [reps, reps],
    sets: [reps, reps].map((amount) => ({ amount, weightKg: Number(modifier.slice(5)) })),
  })
  const standingAfter = (rules: TrainingRules, ...entries: GivenEntry[]) =>
    live(
      rules,
      entries.map((entry, index): Day => [fourDays[index] ?? '', entry]),
    ).exercises.get(idOf.exercise('pull-up'))

  it('has working sets of its own, beside those without a modifier', () => {
    expect(standingAfter(rules2026v2, plain, loaded(5))).toMatchObject({
      working: [6, 6, 6],
      masteryCount: 1,
      beyond: { modifier: 'load:10', working: [6, 6, 6] },
    })
  })

  it('begins with nothing counted, and counts nothing towards a mastery', () => {
    const state = live(rules2026v2, [
      [fourDays[0] ?? '', plain],
      [fourDays[1] ?? '', loaded(5)],
    ])
    expect(state.decisions[1]?.inputs).toMatchObject({ overStreak: 0, failStreak: 0, masteryCount: 0 })
  })

  it('begins anew with another modifier', () => {
    expect(standingAfter(rules2026v2, loaded(5), loaded(4, 'load:12.5'))?.beyond).toMatchObject({
      modifier: 'load:12.5',
      working: [5, 5, 5],
    })
  })

  it('rises to twice the standard, and is never mastered by it', () => {
    const many = Array.from({ length: 4 }, (_, index) => loaded(9 + index))
    expect(standingAfter(rules2026v2, ...many)).toMatchObject({ masteredAt: null, beyond: { working: [12, 12, 12] } })
  })

  it('was judged like any other by the first rules', () => {
    expect(standingAfter(rules2026v1, plain, loaded(6))).toMatchObject({ beyond: null })
  })
})

describe('a level test that was passed', () => {
  const tested = {
    exerciseId: idOf.exercise('diamond'),
    metric: 'reps' as const,
    sets: [8, 8, 8],
    rpeLast: 8,
    slot: 'hpush' as const,
    standardSets: [8, 8, 8],
    difficulty: 3.2,
  }
  const passed = (rules: TrainingRules): Directive => ({
    kind: 'level',
    category: 'Push',
    level: 3,
    source: 'test',
    on: '2026-11-20',
    at: '2026-11-20T08:00:00.000Z',
    rulesVersion: rules.version,
    tested,
  })
  const knownAfter = (rules: TrainingRules) => live(rules, [], [passed(rules)]).categories.get('Push')

  it('is an observation of what was tested, and no session', () => {
    expect(knownAfter(rules2026v2)).toMatchObject({ observedOn: '2026-11-20', sessionsCount: 0, lastSessionOn: null })
    expect(knownAfter(rules2026v2)?.ability.mean).toBeGreaterThan(2)
  })

  it('was a level alone by the first rules', () => {
    expect(knownAfter(rules2026v1)).toBeUndefined()
  })
})

describe('a set that waits for review', () => {
  const typed: Day = ['2026-11-02', { ...pullUp, sets: [6, 60, 6] }]
  const goal: Directive = {
    kind: 'goal',
    goalId: idOf.goal('sixty'),
    goal: { kind: 'reps', exerciseId: idOf.exercise('pull-up'), target: 60 },
    on: '2026-11-01',
    at: '2026-11-01T08:00:00.000Z',
    rulesVersion: rules2026v2.version,
  }

  it('reaches no goal', () => {
    expect(live(rules2026v2, [typed], [goal]).goals.get(idOf.goal('sixty'))?.reachedOn).toBeNull()
  })
})

it('what was done is told once when it counts for what it is', () => {
  const [decision] = live(rules2026v2, [['2026-11-02', { ...pullUp, sets: [6, 6, 6] }]]).decisions
  expect(decision?.inputs.counted).toBeUndefined()
})
