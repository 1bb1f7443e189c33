import { describe, expect, test } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { idOf } from '#tests/support/ids.js'
import { at, noon, plank, planned, pushUps } from '#tests/support/sessions.js'
import { completeSession, editSession, reopenSession, rescheduleSession, skipSession, startSession } from './life.js'
import type { Session } from './session.js'
import { planningEvents, sessionEvents } from './session-events.js'
import { editExercise, removeExercise } from './session-exercises.js'
import { correctSet, deleteSet, logSet } from './set-logs.js'

const open = planned()
const started = startSession(open, {}, noon)
const logged = logSet(started, pushUps, { id: idOf.set(500), reps: 8, completedAt: '2026-11-22T11:50:00Z' }, noon)
const later = at('2026-11-22T13:00:00.000Z')

const ended = completeSession(logged, { durationMinutes: 40 }, later)

const typesOf = (before: Session, after: Session) => sessionEvents(before, after, later).map(({ type }) => type)

/** What a session keeps that was planned without the masses of its athlete. */
const noMasses = { bodyMassFraction: null, bodyMassKg: null }

describe('sessionEvents', () => {
  const place = { sessionExerciseId: pushUps, setId: idOf.set(500) }
  test.each([
    ['tells that the session was started', open, started, ['session.started']],
    ['tells that the session was skipped', open, skipSession(open), ['session.skipped']],
    [
      'tells that the session was rescheduled',
      open,
      rescheduleSession(open, { date: '2026-11-25' }),
      ['session.rescheduled'],
    ],
    [
      'tells that a skipped session was rescheduled to its own day',
      skipSession(open),
      rescheduleSession(skipSession(open), { date: open.date }),
      ['session.rescheduled'],
    ],
    [
      'tells that the session was rescheduled when an edit moves the plan',
      open,
      editSession(open, { date: '2026-11-25' }, noon),
      ['session.rescheduled'],
    ],
    [
      'tells that the session was edited when the date of performed work is corrected',
      started,
      editSession(started, { date: '2026-11-21' }, noon),
      ['session.edited'],
    ],
    [
      'tells that the session was edited when its start is corrected',
      started,
      startSession(started, { startedAt: '2026-11-22T11:40:00.000Z' }, noon),
      ['session.edited'],
    ],
    ['tells that the session was reopened', ended, reopenSession(ended), ['session.reopened']],
    ['tells that a set was logged', started, logged, ['set.logged']],
    ['tells that a set was corrected', logged, correctSet(logged, place, { reps: 7 }, noon), ['set.corrected']],
    ['tells that a set was deleted', logged, deleteSet(logged, place), ['set.deleted']],
    [
      'tells that an exercise was completed',
      started,
      editExercise(started, plank, { completed: true }),
      ['exercise.completed'],
    ],
    [
      'tells that an exercise was removed, and that those behind it changed',
      started,
      removeExercise(started, plank),
      ['sessionExercise.removed', 'sessionExercise.changed'],
    ],
    [
      'tells only that the exercise was removed when none stands behind it',
      logged,
      removeExercise(logged, idOf.sessionExercise(102)),
      ['sessionExercise.removed'],
    ],
    ['tells nothing when nothing changed', open, open, []],
  ])('%s', (_, before, after, types) => {
    expect(typesOf(before, after)).toEqual(types)
  })
})

test('planningEvents carry the targets of every exercise', () => {
  expect(planningEvents(open, noon)).toMatchObject([
    {
      type: 'session.planned',
      subject: open.id,
      payload: {
        sessionId: open.id,
        date: '2026-11-22',
        exercises: [{ targets: [8, 8, 6] }, { targets: [30, 20] }, {}],
      },
    },
  ])
})

test('sessionEvents date a set at its performance, and a correction at the correction', () => {
  const corrected = correctSet(logged, { sessionExerciseId: pushUps, setId: idOf.set(500) }, { reps: 7 }, later)
  const instants = [...sessionEvents(started, logged, later), ...sessionEvents(logged, corrected, later)]
  expect(instants.map(({ occurredAt }) => occurredAt.toISOString())).toEqual([
    '2026-11-22T11:50:00.000Z',
    '2026-11-22T13:00:00.000Z',
  ])
})

test('sessionEvents of a completion carry the rules version and the standards, and name the exercises that it completes', () => {
  const all = [501, 502].reduce((session, n) => logSet(session, pushUps, { id: idOf.set(n), reps: 8 }, noon), logged)
  const events = sessionEvents(all, completeSession(all, { durationMinutes: 40, notes: 'good' }, later), later)
  expect(events.map(({ type }) => type)).toEqual(['exercise.completed', 'session.completed', 'session.edited'])
  expect(events[1]?.payload).toEqual({
    sessionId: open.id,
    date: '2026-11-22',
    startedAt: '2026-11-22T12:00:00.000Z',
    completedAt: '2026-11-22T13:00:00.000Z',
    durationMinutes: 40,
    rulesVersion: rulesInForce.version,
    standards: [
      { sessionExerciseId: pushUps, sets: [8, 8, 6], difficulty: 1.5, ...noMasses },
      { sessionExerciseId: plank, sets: [30, 20], difficulty: 1.5, ...noMasses },
      { sessionExerciseId: idOf.sessionExercise(102), sets: [8, 8, 6], difficulty: 1.5, ...noMasses },
    ],
  })
  expect(events[2]?.payload).toMatchObject({ fields: ['notes'] })
})

test('sessionEvents of corrected times name what was corrected, and the end', () => {
  const [told, ...others] = sessionEvents(
    ended,
    completeSession(ended, { completedAt: '2026-11-22T12:50:00.000Z' }, later),
    later,
  )
  expect(others).toEqual([])
  expect(told).toMatchObject({
    type: 'session.edited',
    payload: { fields: ['durationMinutes', 'completedAt'], completedAt: '2026-11-22T12:50:00.000Z' },
  })
})
