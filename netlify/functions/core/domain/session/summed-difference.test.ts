import { describe, expect, test } from 'vitest'
import { idOf } from '#tests/support/ids.js'
import { archerPushUps, noon, plank, planned, pushUps } from '#tests/support/sessions.js'
import { completeSession, reopenSession, rescheduleSession, skipSession, startSession } from './life.js'
import type { Session } from './session.js'
import { removeExercise } from './session-exercises.js'
import { correctSet, deleteSet, logSet } from './set-logs.js'
import { isNothing, type SummedDifference, summedDifference } from './summed-difference.js'

const begun = startSession(planned(), {}, noon)
const first = { sessionExerciseId: pushUps, setId: idOf.set(500) }
const logged = logSet(begun, pushUps, { id: first.setId, reps: 8 }, noon)
const twoMore = [501, 502].reduce(
  (session, id) => logSet(session, pushUps, { id: idOf.set(id), reps: 8 }, noon),
  logged,
)
const completed = completeSession(logged, { durationMinutes: 40 }, noon)

const log = (session: Session, exercise: typeof pushUps, set: object) =>
  logSet(session, exercise, { id: idOf.set(900), ...set }, noon)

describe('summedDifference', () => {
  test.each<[string, Session, Session, Partial<SummedDifference>]>([
    [
      'a set of the plan',
      begun,
      logged,
      { completedSets: 1, reps: 8, categories: [{ category: 'Push', completed: 1, extra: 0 }] },
    ],
    ['a set beyond the plan', twoMore, log(twoMore, pushUps, { reps: 5 }), { completedSets: 0, extraSets: 1, reps: 5 }],
    [
      'a warm-up',
      begun,
      log(begun, pushUps, { reps: 5, kind: 'warmup' }),
      { completedSets: 0, reps: 5, categories: [] },
    ],
    ['a hold', begun, log(begun, plank, { duration: 30 }), { completedSets: 1, reps: 0, holdSeconds: 30 }],
    ['both sides without naming them', begun, log(begun, archerPushUps, { reps: 5 }), { completedSets: 1, reps: 10 }],
    ['one side', begun, log(begun, archerPushUps, { reps: 5, side: 'left' }), { completedSets: 1, reps: 5 }],
    ['a set less', logged, deleteSet(logged, first), { completedSets: -1, reps: -8 }],
    [
      'another amount',
      logged,
      correctSet(logged, first, { reps: 6 }, noon),
      { completedSets: 0, reps: -2, categories: [] },
    ],
  ])('tells what is added by %s', (_, before, after, expected) => {
    expect(summedDifference(before, after)).toMatchObject(expected)
  })

  test('is nothing where only the effort of an open session changes', () => {
    const difference = summedDifference(logged, correctSet(logged, first, { rpe: 9 }, noon))
    expect(difference && isNothing(difference)).toBe(true)
  })

  test.each<[string, Session, Session]>([
    ['a session is completed', logged, completed],
    ['a completed session changes', completed, correctSet(completed, first, { reps: 7 }, noon)],
    ['a session is reopened', completed, reopenSession(completed)],
    ['a session is skipped', planned(), skipSession(planned())],
    ['a session moves', planned(), rescheduleSession(planned(), { date: '2026-11-23' })],
    ['an exercise goes', begun, removeExercise(begun, plank)],
  ])('is not told where %s', (_, before, after) => {
    expect(summedDifference(before, after)).toBeNull()
  })
})
