import { describe, expect, test } from 'vitest'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { idOf } from '#tests/support/ids.js'
import { exercise, libraryWith, sessionOn } from '#tests/support/training-logs.js'
import { deriveTraining } from './derive.js'
import { trainingChanges } from './training-changes.js'
import type { Directive, LoggedSession } from './training-log.js'

const library = libraryWith(exercise('push-up'), exercise('dip'))
const derive = (sessions: readonly LoggedSession[], directives: readonly Directive[] = []) =>
  inOneGo(deriveTraining({ sessions, directives }, library, ruleBook))

const monday = sessionOn('2026-01-05', { exercise: 'push-up', actual: [5, 5, 5] })
const friday = sessionOn('2026-01-09', { exercise: 'push-up', actual: [6, 6, 6] })

describe('trainingChanges', () => {
  test('is empty when the facts lead to the same state', () => {
    const changes = inOneGo(trainingChanges(derive([monday, friday]), derive([friday, monday])))
    expect(Object.values(changes).flatMap(({ written, gone }) => [...written, ...gone])).toEqual([])
  })

  test('writes what is new, and no decision that stays as it was', () => {
    const { decisions, exercises, records } = inOneGo(trainingChanges(derive([monday]), derive([monday, friday])))
    expect(decisions.written.map(({ sessionExerciseId }) => sessionExerciseId)).toEqual(['push-up 2026-01-09'])
    expect(exercises.written).toMatchObject([
      { exerciseId: idOf.exercise('push-up'), working: [7, 7, 7], sessionsCount: 2 },
    ])
    expect(records.written).toMatchObject([{ kind: 'reps', value: 6 }])
  })

  test('deletes what no fact supports any more', () => {
    const { decisions, exercises, categories, records } = inOneGo(trainingChanges(derive([monday]), derive([])))
    expect(decisions.gone).toEqual(['push-up 2026-01-05'])
    expect([exercises.gone, categories.gone, records.gone]).toEqual([['push-up'], ['Push'], ['push-up reps']])
  })

  test('writes a level without the instant that orders it', () => {
    const [on, rulesVersion] = ['2026-01-05', rulesInForce.version]
    const level = { category: 'Push', level: 2, source: 'hand' } as const
    const said = { kind: 'level', on, at: `${on}T08:00:00.000Z`, rulesVersion, ...level } as const
    expect(inOneGo(trainingChanges(derive([]), derive([], [said]))).levels.written).toEqual([{ ...level, setOn: on }])
  })

  test('stores a standing when working sets were set by hand before the first session', () => {
    const [on, rulesVersion, exerciseId] = ['2026-01-05', rulesInForce.version, idOf.exercise('dip')]
    const said = { kind: 'workingSets', on, at: `${on}T08:00:00.000Z`, rulesVersion, exerciseId, sets: [6] } as const
    expect(inOneGo(trainingChanges(derive([]), derive([], [said]))).exercises.written).toMatchObject([
      { exerciseId, working: [6], sessionsCount: 0 },
    ])
  })

  test('stores a standing after one session, though its working sets were taken away again', () => {
    const [on, rulesVersion, exerciseId] = ['2026-01-06', rulesInForce.version, idOf.exercise('push-up')]
    const said = { kind: 'workingSets', on, at: `${on}T08:00:00.000Z`, rulesVersion, exerciseId, sets: null } as const
    expect(inOneGo(trainingChanges(derive([]), derive([monday], [said]))).exercises.written).toMatchObject([
      { exerciseId, working: null, sessionsCount: 1 },
    ])
  })

  test('stores no standing for an exercise that was never trained', () => {
    const at = '2026-01-05T08:00:00.000Z'
    const cleared = {
      kind: 'workingSets',
      rulesVersion: rulesInForce.version,
      on: '2026-01-05',
      at,
      exerciseId: idOf.exercise('dip'),
      sets: null,
    } as const
    expect(inOneGo(trainingChanges(derive([]), derive([], [cleared]))).exercises).toEqual({ written: [], gone: [] })
  })

  test('writes a decision again when its set is no longer held for review', () => {
    const known = ['2026-01-01', '2026-01-02', '2026-01-03'].map((day) =>
      sessionOn(day, { exercise: 'push-up', actual: [8, 8, 8] }),
    )
    const typo = sessionOn('2026-01-05', { exercise: 'push-up', actual: [80, 8, 8] })
    const on = '2026-01-05'
    const confirmed = {
      kind: 'confirmation',
      rulesVersion: rulesInForce.version,
      on,
      at: `${on}T20:00:00.000Z`,
      sessionExerciseId: idOf.sessionExercise(`push-up ${on}`),
    } as const
    const before = derive([...known, typo])
    const { decisions } = inOneGo(trainingChanges(before, derive([...known, typo], [confirmed])))
    expect(decisions.written).toMatchObject([
      { sessionExerciseId: idOf.sessionExercise(`push-up ${on}`), heldForReview: false },
    ])
  })
})
