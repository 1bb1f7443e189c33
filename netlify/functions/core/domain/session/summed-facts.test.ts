import { describe, expect, test } from 'vitest'
import { idOf } from '#tests/support/ids.js'
import { noon, plank, planned, pushUps } from '#tests/support/sessions.js'
import { completeSession, editSession, rescheduleSession, skipSession, startSession } from './life.js'
import type { Session } from './session.js'
import { removeExercise } from './session-exercises.js'
import { correctSet, deleteSet, logSet } from './set-logs.js'
import { summedFactsOf } from './summed-facts.js'

const begun = logSet(startSession(planned(), {}, noon), pushUps, { id: idOf.set(500), reps: 8, rpe: 8 }, noon)
const completed = completeSession(begun, { durationMinutes: 40 }, noon)
const set = { sessionExerciseId: pushUps, setId: idOf.set(500) }

describe('summedFactsOf', () => {
  test.each<[string, Session, Session]>([
    ['starting a session', planned(), startSession(planned(), {}, noon)],
    ['another time of the day', planned(), rescheduleSession(planned(), { date: planned().date, time: '07:00' })],
    ['notes', begun, editSession(begun, { notes: 'slow' }, noon)],
    ['added weight', begun, correctSet(begun, set, { weightKg: 5 }, noon)],
    ['how long an open session will take', begun, editSession(begun, { durationMinutes: 20 }, noon)],
  ])('stay the same with %s', (_, before, after) => {
    expect(after).not.toEqual(before)
    expect(summedFactsOf(after)).toEqual(summedFactsOf(before))
  })

  test.each<[string, Session, Session]>([
    ['another day', planned(), rescheduleSession(planned(), { date: '2026-11-23' })],
    ['skipping a session', planned(), skipSession(planned())],
    ['completing a session', begun, completed],
    ['how long a completed session took', completed, editSession(completed, { durationMinutes: 20 }, noon)],
    ['an exercise less', begun, removeExercise(begun, plank)],
    ['a set more', begun, logSet(begun, pushUps, { id: idOf.set(501), reps: 8 }, noon)],
    ['a set less', begun, deleteSet(begun, set)],
    ['another amount', begun, correctSet(begun, set, { reps: 7 }, noon)],
    ['another effort', begun, correctSet(begun, set, { rpe: 9 }, noon)],
    ['another kind', begun, correctSet(begun, set, { kind: 'warmup' }, noon)],
  ])('become others with %s', (_, before, after) => {
    expect(summedFactsOf(after)).not.toEqual(summedFactsOf(before))
  })
})
