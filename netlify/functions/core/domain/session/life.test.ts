import { describe, expect, test } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { idOf } from '#tests/support/ids.js'
import { at, noon, planned, pushUps, refusalOf } from '#tests/support/sessions.js'
import { completeSession, editSession, reopenSession, rescheduleSession, skipSession, startSession } from './life.js'
import type { CompletedSession } from './session.js'
import { editExercise } from './session-exercises.js'
import { logSet } from './set-logs.js'

const started = startSession(planned(), {}, noon)
const bare = { withoutSets: true }
const completed = completeSession(started, { ...bare, durationMinutes: 40 }, at('2026-11-22T12:45:00.000Z'))
const skipped = skipSession(planned())
const logged = logSet(started, pushUps, { id: idOf.set(500), reps: 8 }, noon)

describe('startSession', () => {
  test('puts a planned session in progress from now on', () => {
    expect(started).toMatchObject({ status: 'in_progress', startedAt: '2026-11-22T12:00:00.000Z' })
  })
  test('returns the same session when it is in progress already', () => {
    expect(startSession(started, {}, noon)).toBe(started)
  })
  test('returns the same session when it is completed already', () => {
    expect(startSession(completed, {}, noon)).toBe(completed)
  })
  test('refuses a skipped session', () => {
    expect(refusalOf(() => startSession(skipped, {}, noon)).code).toBe('SESSION_STATE')
  })
  test('takes the instant that is given, and corrects it by another one', () => {
    const late = startSession(planned(), { startedAt: '2026-11-22T10:00:00.000Z' }, noon)
    expect(late).toMatchObject({ status: 'in_progress', startedAt: '2026-11-22T10:00:00.000Z' })
    const corrected = startSession(late, { startedAt: '2026-11-22T10:05:00.000Z' }, noon)
    expect(corrected).toEqual({ ...late, startedAt: '2026-11-22T10:05:00.000Z' })
    expect(startSession(corrected, { startedAt: '2026-11-22T10:05:00.000Z' }, noon)).toBe(corrected)
  })
  test('tells a completed session when it began, and counts its duration anew', () => {
    const session = startSession(completed, { startedAt: '2026-11-22T11:45:00.000Z' }, noon)
    expect(session).toEqual({ ...completed, startedAt: '2026-11-22T11:45:00.000Z', durationMinutes: 60 })
  })
  test('refuses a start in the future, and one after the end', () => {
    const future = { startedAt: '2026-11-22T12:05:01.000Z' }
    for (const session of [planned(), started, completed])
      expect(refusalOf(() => startSession(session, future, noon)).faults).toEqual(['/startedAt IN_FUTURE'])
    const later = at('2026-11-22T14:00:00.000Z')
    const afterEnd = () => startSession(completed, { startedAt: '2026-11-22T13:00:00.000Z' }, later)
    expect(refusalOf(afterEnd).faults).toEqual(['/startedAt AFTER_END'])
  })
  test('refuses a session of tomorrow', () => {
    expect(refusalOf(() => startSession(planned({ date: '2026-11-23' }), {}, noon)).code).toBe('DATE_IN_FUTURE')
  })
})

describe('completeSession', () => {
  test('completes a planned session that was never started', () => {
    const session = completeSession(planned(), { ...bare, notes: 'done' }, noon)
    expect(session).toMatchObject({
      status: 'completed',
      startedAt: null,
      completedAt: '2026-11-22T12:00:00.000Z',
      durationMinutes: null,
      notes: 'done',
      rulesVersion: rulesInForce.version,
    })
  })
  test('refuses a session in which nothing was logged, and takes one set of any kind, or a tick', () => {
    for (const session of [planned(), started])
      expect(refusalOf(() => completeSession(session, {}, noon)).code).toBe('NOTHING_LOGGED')
    const warmedUp = logSet(started, pushUps, { id: idOf.set(500), kind: 'warmup', reps: 0 }, noon)
    const ticked = editExercise(started, pushUps, { completed: true })
    for (const session of [warmedUp, ticked]) expect(completeSession(session, {}, noon).status).toBe('completed')
  })
  test('marks an exercise as done only when all its planned sets are logged', () => {
    const two = [501, 502].reduce((session, n) => logSet(session, pushUps, { id: idOf.set(n), reps: 8 }, noon), started)
    const three = logSet(two, pushUps, { id: idOf.set(503), reps: 6 }, noon)
    expect(completeSession(two, {}, noon).exercises.map(({ completed }) => completed)).toEqual([false, false, false])
    expect(completeSession(three, {}, noon).exercises.map(({ completed }) => completed)).toEqual([true, false, false])
  })
  test('judges every exercise by the standard of that day', () => {
    expect(completed.exercises.map(({ standard }) => standard)).toEqual(
      started.exercises.map(({ libraryStandard }) => libraryStandard),
    )
  })
  test('returns the same session when it is completed already', () => {
    expect(completeSession(completed, {}, noon)).toBe(completed)
  })
  test('corrects a completed session by what is given', () => {
    const given = { notes: 'again', completedAt: '2026-11-22T12:30:00.000Z' }
    const corrected = completeSession(completed, given, at('2026-11-22T12:50:00.000Z'))
    expect(corrected).toEqual({ ...completed, ...given, durationMinutes: 30 })
    expect(completeSession(corrected, given, at('2026-11-22T12:50:00.000Z'))).toBe(corrected)
  })
  test('completes a session that has begun, although its day has not come where its athlete is now', () => {
    const flown = { ...at('2026-11-22T05:00:00.000Z'), today: '2026-11-21' }
    expect(completeSession(started, bare, flown).status).toBe('completed')
  })
  test('refuses a skipped session', () => {
    expect(refusalOf(() => completeSession(skipped, {}, noon)).code).toBe('SESSION_STATE')
  })
  test('accepts an end up to five minutes ahead', () => {
    expect(completeSession(started, { ...bare, completedAt: '2026-11-22T12:05:00.000Z' }, noon).status).toBe(
      'completed',
    )
  })

  test('refuses an end more than five minutes ahead', () => {
    expect(refusalOf(() => completeSession(started, { completedAt: '2026-11-22T12:05:01.000Z' }, noon))).toEqual({
      code: 'INVALID_INPUT',
      faults: ['/completedAt IN_FUTURE'],
    })
  })
  test('refuses a session of tomorrow', () => {
    expect(refusalOf(() => completeSession(planned({ date: '2026-11-23' }), bare, noon)).code).toBe('DATE_IN_FUTURE')
  })
})

describe('reopenSession', () => {
  test('puts a completed session in progress, with everything that was logged', () => {
    const { completedAt, ...open } = completed as CompletedSession
    expect(reopenSession(completed)).toEqual({ ...open, status: 'in_progress' })
  })
  test('lets it be completed again, by the rules and standards of before', () => {
    const old = { ...completed, rulesVersion: '2026.1' }
    expect(
      completeSession(reopenSession(old), { ...bare, durationMinutes: 40 }, at('2026-11-22T12:45:00.000Z')),
    ).toEqual(old)
  })
  test('plans a skipped session again', () => expect(reopenSession(skipped)).toEqual(planned()))
  test('returns the same session when it is open', () => {
    for (const session of [planned(), started]) expect(reopenSession(session)).toBe(session)
  })
})

describe('skipSession', () => {
  test('skips a session in progress without sets, and forgets its start', () => {
    expect(skipSession(started)).toEqual(skipped)
  })
  test('refuses a session with a logged set', () => {
    expect(refusalOf(() => skipSession(logged)).code).toBe('SESSION_STATE')
  })

  test('refuses a completed session', () => {
    expect(refusalOf(() => skipSession(completed)).code).toBe('SESSION_STATE')
  })
  test('returns the same session when it is skipped already', () => {
    expect(skipSession(skipped)).toBe(skipped)
  })
})

describe('rescheduleSession', () => {
  test('plans a skipped session again', () => {
    expect(rescheduleSession(skipped, { date: '2026-12-01', time: '07:00' })).toEqual(
      planned({ date: '2026-12-01', time: '07:00' }),
    )
  })
  const session = planned({ time: '18:30' })

  test('keeps the time when none is given', () => {
    expect(rescheduleSession(session, { date: '2026-12-01' }).time).toBe('18:30')
  })

  test('clears the time when it is null', () => {
    expect(rescheduleSession(session, { date: '2026-12-01', time: null }).time).toBeNull()
  })
  test('returns the same session when it is there already', () => {
    const session = planned()
    expect(rescheduleSession(session, { date: session.date })).toBe(session)
  })
  test.each([
    ['in progress', started],
    ['completed', completed],
  ])('refuses a session that is %s', (_, session) => {
    expect(refusalOf(() => rescheduleSession(session, { date: '2026-12-01' })).code).toBe('SESSION_STATE')
  })
})

describe('editSession', () => {
  test('clears what is null, and keeps what is not named', () => {
    const session = planned({ time: '18:30', notes: 'park' })
    expect(editSession(session, { time: null, level: 2 }, noon)).toEqual({ ...session, time: null, level: 2 })
  })
  test('returns the same session when nothing changes', () => {
    const session = planned({ notes: 'park' })
    expect(editSession(session, { notes: 'park', date: session.date }, noon)).toBe(session)
  })
  test('moves a planned session to any day', () => {
    expect(editSession(planned(), { date: '2027-01-01' }, noon).date).toBe('2027-01-01')
  })

  test('moves a completed session to a day in the past', () => {
    expect(editSession(completed, { date: '2026-11-20' }, noon).date).toBe('2026-11-20')
  })

  test('refuses to move performed work to tomorrow, and leaves it there when it is there', () => {
    expect(refusalOf(() => editSession(completed, { date: '2026-11-23' }, noon)).code).toBe('DATE_IN_FUTURE')
    expect(refusalOf(() => editSession(started, { date: '2026-11-23' }, noon)).code).toBe('DATE_IN_FUTURE')
    const ahead = { ...completed, date: '2026-11-23' }
    expect(editSession(ahead, { date: '2026-11-23', notes: 'flown west' }, noon).notes).toBe('flown west')
  })
})
