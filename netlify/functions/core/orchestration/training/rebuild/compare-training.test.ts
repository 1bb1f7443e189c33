import { describe, expect, it } from 'vitest'
import type { StoredDecision, StoredTraining } from '#domain/training/stored-training.js'
import { idOf } from '#tests/support/ids.js'
import { exercise, libraryWith } from '#tests/support/training-logs.js'
import { compareTraining } from './compare-training.js'
import { describeDifference } from './difference.js'

const pushUp = idOf.exercise('0198c0de-7a11-7000-8000-000000000001')
const library = libraryWith(exercise('push-up', { id: pushUp }))

const nothing: StoredTraining = {
  exercises: new Map(),
  categories: new Map(),
  levels: new Map(),
  decisions: new Map(),
  records: new Map(),
  goals: new Map(),
}

const linesOf = (stored: Partial<StoredTraining>, derived: Partial<StoredTraining>) =>
  compareTraining({ ...nothing, ...stored }, { ...nothing, ...derived }, library).map((difference) =>
    describeDifference(difference),
  )

const decision: StoredDecision = {
  sessionExerciseId: idOf.sessionExercise('a'),
  sessionId: idOf.session('b'),
  exerciseId: pushUp,
  on: '2026-11-18',
  decision: 'progress',
  reason: 'target_met',
  ruleId: 'progression.target_met',
  rulesVersion: '2026.1',
  inputs: { actual: [8, 8], rpeLast: null, pain: 0, defaults: [8, 8], overStreak: 0, failStreak: 0, masteryCount: 0 },
  before: [8, 8],
  after: [9, 8],
  completion: 1,
  overridden: false,
  heldForReview: false,
}

describe('compareTraining', () => {
  const decisions = new Map([[decision.sessionExerciseId, decision]])

  it('describes a decision by its exercise, date and outcome', () => {
    expect(linesOf({}, { decisions })).toEqual([
      'decision on push-up, 2026-11-18: is missing, and should be progress from 8, 8 to 9, 8 (target_met)',
    ])
    expect(linesOf({ decisions }, {})).toEqual([
      'decision on push-up, 2026-11-18: is progress from 8, 8 to 9, 8 (target_met), and should not be there',
    ])
  })

  it('names the fields of a decision that differ', () => {
    const other = { ...decision, after: [10, 8], inputs: { ...decision.inputs, rpeLast: 9 } }
    expect(linesOf({ decisions: new Map([[other.sessionExerciseId, other]]) }, { decisions })).toEqual([
      'decision on push-up, 2026-11-18: inputs rpe last is 9, and should be nothing; after is 10, 8, and should be 9, 8',
    ])
  })

  it('names exercises and categories, and never an id', () => {
    const record = {
      exerciseId: pushUp,
      kind: 'reps',
      value: 12,
      on: '2026-11-18',
      sessionId: idOf.session('s'),
      setId: idOf.set('t'),
    } as const
    const goal = {
      goalId: idOf.goal('g'),
      setOn: '2026-11-01',
      reachedOn: null,
      kind: 'reps',
      exerciseId: pushUp,
      target: 20,
    } as const
    const level = { category: 'Pull', level: 2, source: 'test', setOn: '2026-11-02' } as const
    expect(
      linesOf(
        { levels: new Map([['Pull', level]]) },
        { records: new Map([['push-up reps', record]]), goals: new Map([[goal.goalId, goal]]) },
      ),
    ).toEqual([
      'level in Pull: is level 2, source test, set on 2026-11-02, and should not be there',
      'record of push-up, reps: is missing, and should be value 12, on 2026-11-18, session id s, set id t',
      'goal of reps, set on 2026-11-01: is missing, and should be goal id g, set on 2026-11-01, reached on nothing, kind reps, exercise id push-up, target 20',
    ])
  })
})
