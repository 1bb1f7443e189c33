import { describe, expect, test } from 'vitest'
import { uuid } from '#tests/support/ids.js'
import { archerPushUps, at, noon, plank, planned, pushUps, refusalOf } from '#tests/support/sessions.js'
import { completeSession, skipSession, startSession } from './life.js'
import type { Session } from './session.js'
import { exerciseOf } from './session-exercises.js'
import type { LogSet } from './set-log.schema.js'
import { correctSet, deleteSet, logSet, setOf } from './set-logs.js'

const started = startSession(planned(), noon)

/** Logs sets one after the other; their ids are 500, 501, ... */
function logAll(exercise: string, ...entries: LogSet[]): Session {
  return entries.reduce(
    (session, entry, n) => logSet(session, exercise, { ...entry, id: uuid(500 + n) }, noon),
    started,
  )
}

const numbersOf = (session: Session, exercise: string) =>
  exerciseOf(session, exercise).sets.map(({ setNumber, side }) => `${setNumber}${side ?? ''}`)

describe('log', () => {
  test('a set says what was planned in its place', () => {
    const session = logAll(pushUps, { reps: 8 }, { reps: 7, rpe: 9.5 }, { reps: 5 }, { reps: 4 })
    expect(exerciseOf(session, pushUps).sets.map(({ reps, planned }) => [reps, planned])).toEqual([
      [8, { reps: 8 }],
      [7, { reps: 8 }],
      [5, { reps: 6 }],
      [4, null],
    ])
    expect(exerciseOf(session, pushUps).actual.sets).toEqual([{ reps: 8 }, { reps: 7 }, { reps: 5 }, { reps: 4 }])
  })
  test('a number after a gap stays after the gap', () => {
    const two = logAll(pushUps, { reps: 8 }, { reps: 7 })
    const place = { sessionExerciseId: pushUps, setId: uuid(500) }
    const session = logSet(deleteSet(two, place), pushUps, { id: uuid(600), reps: 6 }, noon)
    expect(numbersOf(session, pushUps)).toEqual(['2', '3'])
  })
  test('the two sides of a set share a number; one without a side stands for both', () => {
    const session = logAll(
      archerPushUps,
      { reps: 5, side: 'right' },
      { reps: 5, side: 'left' },
      { reps: 4 },
      { reps: 3, side: 'left' },
    )
    expect(numbersOf(session, archerPushUps)).toEqual(['1left', '1right', '2', '3left'])
  })
  test('a taken number is refused, the other side of it is not', () => {
    const session = logAll(archerPushUps, { reps: 5, side: 'left' })
    const entry = { id: uuid(600), reps: 5, setNumber: 1 }
    expect(refusalOf(() => logSet(session, archerPushUps, { ...entry, side: 'left' }, noon)).code).toBe('CONFLICT')
    expect(numbersOf(logSet(session, archerPushUps, { ...entry, side: 'right' }, noon), archerPushUps)).toHaveLength(2)
  })
  test('everything that does not suit the exercise is told at once', () => {
    const entry = {
      id: uuid(500),
      reps: 8,
      side: 'left',
      painSite: 'wrist',
      completedAt: '2026-11-22T13:00:00Z',
    } as const
    expect(refusalOf(() => logSet(started, plank, entry, noon))).toEqual({
      code: 'INVALID_INPUT',
      faults: ['/reps METRIC_MISMATCH', '/side NOT_UNILATERAL', '/painSite PAIN_MISSING', '/completedAt IN_FUTURE'],
    })
  })
  test('a hold logged as reps is a mismatch', () => {
    expect(refusalOf(() => logAll(plank, { reps: 8 }))).toEqual({
      code: 'METRIC_MISMATCH',
      faults: ['/reps METRIC_MISMATCH'],
    })
  })
  test.each([
    ['planned', planned()],
    ['completed', completeSession(started, {}, noon)],
    ['skipped', skipSession(planned())],
  ])('to a %s session is refused', (_, session) => {
    expect(refusalOf(() => logSet(session, pushUps, { id: uuid(1), reps: 8 }, noon)).code).toBe('SESSION_NOT_OPEN')
  })
  test('the hundredth set and the hundredth number are the last', () => {
    const full = logAll(pushUps, ...Array.from({ length: 100 }, () => ({ reps: 1 })))
    expect(refusalOf(() => logSet(full, pushUps, { id: uuid(1), reps: 1 }, noon)).code).toBe('SESSION_FULL')
    const last = logAll(pushUps, { reps: 1, setNumber: 100 })
    expect(refusalOf(() => logSet(last, pushUps, { id: uuid(1), reps: 1 }, noon)).code).toBe('SESSION_FULL')
  })
  test('an id of the exercise is refused', () => {
    const session = logAll(pushUps, { reps: 8 })
    expect(refusalOf(() => logSet(session, pushUps, { id: uuid(500), reps: 8 }, noon)).code).toBe('ID_TAKEN')
  })
})

describe('correct', () => {
  const session = completeSession(
    logAll(pushUps, { reps: 8, rpe: 8, pain: 2, painSite: 'elbow' }, { reps: 7 }),
    {},
    noon,
  )
  const place = { sessionExerciseId: pushUps, setId: uuid(500) }

  test('a set of a completed session is corrected, and what was done says the same', () => {
    const corrected = correctSet(session, place, { reps: 6, rpe: null }, noon)
    expect(setOf(corrected, place)).toMatchObject({ reps: 6, rpe: null, pain: 2 })
    expect(exerciseOf(corrected, pushUps).actual.sets).toEqual([{ reps: 6 }, { reps: 7 }])
  })
  test('a set in another place is measured against the plan there', () => {
    const corrected = correctSet(session, place, { setNumber: 3 }, noon)
    expect(setOf(corrected, place)).toMatchObject({ setNumber: 3, planned: { reps: 6 } })
    expect(numbersOf(corrected, pushUps)).toEqual(['2', '3'])
  })
  test('the place of a sibling is refused', () => {
    expect(refusalOf(() => correctSet(session, place, { setNumber: 2 }, noon)).code).toBe('CONFLICT')
  })
  test('reps do not become seconds', () => {
    expect(refusalOf(() => correctSet(session, place, { duration: 30 }, noon))).toEqual({
      code: 'METRIC_MISMATCH',
      faults: ['/duration METRIC_MISMATCH'],
    })
  })
  test('pain cannot go while its place stays', () => {
    expect(refusalOf(() => correctSet(session, place, { pain: null }, noon)).faults).toEqual(['/painSite PAIN_MISSING'])
    expect(setOf(correctSet(session, place, { pain: null, painSite: null }, noon), place)).toMatchObject({ pain: null })
  })
  test('what changes nothing gives the same object', () => {
    expect(correctSet(session, place, { reps: 8, completedAt: '2026-11-22T12:00:00Z' }, noon)).toBe(session)
  })
  test('an end in the future is refused', () => {
    const patch = { completedAt: '2026-11-22T12:06:00Z' }
    expect(refusalOf(() => correctSet(session, place, patch, noon)).faults).toEqual(['/completedAt IN_FUTURE'])
    expect(setOf(correctSet(session, place, patch, at('2026-11-22T12:06:00Z')), place).completedAt).toBe(
      '2026-11-22T12:06:00.000Z',
    )
  })
  test('a set that is not there is not found', () => {
    const nowhere = { sessionExerciseId: plank, setId: uuid(500) }
    expect(refusalOf(() => correctSet(session, nowhere, {}, noon)).code).toBe('SET_NOT_FOUND')
  })
})

describe('delete', () => {
  test('with the last set there is no actual work left', () => {
    const session = deleteSet(logAll(pushUps, { reps: 8 }), { sessionExerciseId: pushUps, setId: uuid(500) })
    expect(exerciseOf(session, pushUps)).toMatchObject({ sets: [], actual: { sets: null } })
  })
})
