import { describe, expect, test } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { uuid } from '#tests/support/ids.js'
import { at, noon, planned, pushUps, refusalOf } from '#tests/support/sessions.js'
import { completeSession, editSession, rescheduleSession, skipSession, startSession } from './life.js'
import { logSet } from './set-logs.js'

const started = startSession(planned(), noon)
const completed = completeSession(started, { durationMinutes: 40 }, at('2026-11-22T12:45:00.000Z'))
const skipped = skipSession(planned())
const logged = logSet(started, pushUps, { id: uuid(500), reps: 8 }, noon)

describe('start', () => {
  test('a planned session is in progress from now on', () => {
    expect(started).toMatchObject({ status: 'in_progress', startedAt: '2026-11-22T12:00:00.000Z' })
  })
  test('one in progress stays the same object', () => {
    expect(startSession(started, noon)).toBe(started)
  })
  test.each([
    ['completed', completed],
    ['skipped', skipped],
  ])('a %s one is refused', (_, session) => {
    expect(refusalOf(() => startSession(session, noon)).code).toBe('SESSION_STATE')
  })
  test('a day ahead is allowed, two are not', () => {
    expect(startSession(planned({ date: '2026-11-23' }), noon).status).toBe('in_progress')
    expect(refusalOf(() => startSession(planned({ date: '2026-11-24' }), noon)).code).toBe('DATE_IN_FUTURE')
  })
})

describe('complete', () => {
  test('a planned session is completed without having been started', () => {
    const session = completeSession(planned(), { notes: 'done' }, noon)
    expect(session).toMatchObject({
      status: 'completed',
      startedAt: null,
      completedAt: '2026-11-22T12:00:00.000Z',
      durationMinutes: null,
      notes: 'done',
      rulesVersion: rulesInForce.version,
    })
  })
  test('the duration is counted from the start when it is not given', () => {
    const session = completeSession(started, {}, at('2026-11-22T12:31:40.000Z'))
    expect(session.durationMinutes).toBe(32)
  })
  test('a session that was forgotten for more than a day keeps the duration that was planned', () => {
    const begun = startSession(planned({ durationMinutes: 30 }), noon)
    expect(completeSession(begun, {}, at('2026-11-24T12:00:00.000Z')).durationMinutes).toBe(30)
  })
  test('one that ended before it was started here began no later than it ended, and its duration is not known', () => {
    const session = completeSession(started, { completedAt: '2026-11-22T10:00:00Z' }, noon)
    expect(session).toMatchObject({
      startedAt: '2026-11-22T10:00:00.000Z',
      completedAt: '2026-11-22T10:00:00.000Z',
      durationMinutes: null,
    })
  })
  test('an exercise is done when all its planned sets are logged, not before', () => {
    const two = [501, 502].reduce((session, n) => logSet(session, pushUps, { id: uuid(n), reps: 8 }, noon), started)
    const three = logSet(two, pushUps, { id: uuid(503), reps: 6 }, noon)
    expect(completeSession(two, {}, noon).exercises.map(({ completed }) => completed)).toEqual([false, false, false])
    expect(completeSession(three, {}, noon).exercises.map(({ completed }) => completed)).toEqual([true, false, false])
  })
  test('every exercise is judged by the standard of that day', () => {
    expect(completed.exercises.map(({ standard }) => standard)).toEqual(
      started.exercises.map(({ libraryStandard }) => libraryStandard),
    )
  })
  test('a completed one stays the same object, whatever is said', () => {
    expect(completeSession(completed, { notes: 'again' }, noon)).toBe(completed)
  })
  test('a skipped one is refused', () => {
    expect(refusalOf(() => completeSession(skipped, {}, noon)).code).toBe('SESSION_STATE')
  })
  test('an end more than five minutes ahead is refused', () => {
    expect(completeSession(started, { completedAt: '2026-11-22T12:05:00Z' }, noon).status).toBe('completed')
    expect(refusalOf(() => completeSession(started, { completedAt: '2026-11-22T12:05:01Z' }, noon))).toEqual({
      code: 'INVALID_INPUT',
      faults: ['/completedAt IN_FUTURE'],
    })
  })
  test('a session of the day after tomorrow is refused', () => {
    expect(refusalOf(() => completeSession(planned({ date: '2026-11-24' }), {}, noon)).code).toBe('DATE_IN_FUTURE')
  })
})

describe('skip', () => {
  test('one in progress without sets is skipped, and was never started', () => {
    expect(skipSession(started)).toEqual(skipped)
  })
  test('with a set it is refused, and so is a completed one', () => {
    expect(refusalOf(() => skipSession(logged)).code).toBe('SESSION_STATE')
    expect(refusalOf(() => skipSession(completed)).code).toBe('SESSION_STATE')
  })
  test('a skipped one stays the same object', () => {
    expect(skipSession(skipped)).toBe(skipped)
  })
})

describe('reschedule', () => {
  test('a skipped session is planned again', () => {
    expect(rescheduleSession(skipped, { date: '2026-12-01', time: '07:00' })).toEqual(
      planned({ date: '2026-12-01', time: '07:00' }),
    )
  })
  test('the time stays when it is left out, and null deletes it', () => {
    const session = planned({ time: '18:30' })
    expect(rescheduleSession(session, { date: '2026-12-01' }).time).toBe('18:30')
    expect(rescheduleSession(session, { date: '2026-12-01', time: null }).time).toBeNull()
  })
  test('to where it is, it stays the same object', () => {
    const session = planned()
    expect(rescheduleSession(session, { date: session.date })).toBe(session)
  })
  test.each([
    ['in progress', started],
    ['completed', completed],
  ])('one %s is refused', (_, session) => {
    expect(refusalOf(() => rescheduleSession(session, { date: '2026-12-01' })).code).toBe('SESSION_STATE')
  })
})

describe('edit', () => {
  test('null deletes, what is not named stays', () => {
    const session = planned({ time: '18:30', notes: 'park' })
    expect(editSession(session, { time: null, level: 2 }, noon)).toEqual({ ...session, time: null, level: 2 })
  })
  test('what changes nothing gives the same object', () => {
    const session = planned({ notes: 'park' })
    expect(editSession(session, { notes: 'park', date: session.date }, noon)).toBe(session)
  })
  test('a plan may move anywhere, performed work at most a day ahead', () => {
    expect(editSession(planned(), { date: '2027-01-01' }, noon).date).toBe('2027-01-01')
    expect(editSession(completed, { date: '2026-11-20' }, noon).date).toBe('2026-11-20')
    expect(refusalOf(() => editSession(completed, { date: '2026-11-24' }, noon)).code).toBe('DATE_IN_FUTURE')
    expect(refusalOf(() => editSession(started, { date: '2026-11-24' }, noon)).code).toBe('DATE_IN_FUTURE')
  })
})
