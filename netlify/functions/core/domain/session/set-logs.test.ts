import { describe, expect, test } from 'vitest'
import type { SessionExerciseId } from '#domain/values/id.schema.js'
import { idOf } from '#tests/support/ids.js'
import { archerPushUps, at, noon, plank, planned, pushUps, refusalOf } from '#tests/support/sessions.js'
import { completeSession, skipSession, startSession } from './life.js'
import type { Session } from './session.js'
import { exerciseOf } from './session-exercises.js'
import type { LogSet } from './set-log.schema.js'
import { correctSet, deleteSet, logSet, setOf } from './set-logs.js'
import { setNotesBytesMax } from './set-notes.js'

const started = startSession(planned(), {}, noon)

/** Logs sets one after the other; their ids are 500, 501, ... */
function logAll(exercise: SessionExerciseId, ...entries: LogSet[]): Session {
  return entries.reduce(
    (session, entry, n) => logSet(session, exercise, { ...entry, id: idOf.set(500 + n) }, noon),
    started,
  )
}

const numbersOf = (session: Session, exercise: SessionExerciseId) =>
  exerciseOf(session, exercise).sets.map(({ setNumber, side }) => `${setNumber}${side ?? ''}`)

describe('logSet', () => {
  test('keeps what was planned for the set with the same number', () => {
    const session = logAll(pushUps, { reps: 8 }, { reps: 7, rpe: 9.5 }, { reps: 5 }, { reps: 4 })
    expect(exerciseOf(session, pushUps).sets.map(({ reps, planned }) => [reps, planned])).toEqual([
      [8, { reps: 8 }],
      [7, { reps: 8 }],
      [5, { reps: 6 }],
      [4, null],
    ])
    expect(exerciseOf(session, pushUps).actual.sets).toEqual([{ reps: 8 }, { reps: 7 }, { reps: 5 }, { reps: 4 }])
  })
  test('completes an exercise of a completed session with its last planned set, and no other', () => {
    const open = logAll(pushUps, { reps: 8 }, { reps: 7 })
    const late = (setNumber: number) => ({ id: idOf.set(600 + setNumber), reps: 6, setNumber })
    const { length } = exerciseOf(open, pushUps).planned.sets
    const missing = Array.from({ length }, (_, index) => index + 1).slice(2)
    const completed = completeSession(open, {}, noon)
    const logged = missing.map((setNumber) => logSet(completed, pushUps, late(setNumber), noon))
    const whole = missing.reduce((session, setNumber) => logSet(session, pushUps, late(setNumber), noon), completed)
    expect(exerciseOf(completed, pushUps).completed).toBe(false)
    expect(exerciseOf(whole, pushUps)).toMatchObject({ completed: true, standard: expect.any(Object) })
    expect(logged.map((session) => exerciseOf(session, pushUps).completed)).toEqual(
      missing.map((_, n) => n === 0 && missing.length === 1),
    )
  })
  test('refuses notes beyond what the sets of a session hold together, as JSON has them', () => {
    const held = (bytes: number) => 'é'.repeat((bytes - 2) / 2)
    const [nearly, rest] = [held(setNotesBytesMax - 10), held(10)]
    const full = logAll(pushUps, { reps: 8, notes: nearly }, { reps: 7, notes: rest })
    const place = { sessionExerciseId: pushUps, setId: idOf.set(501) }
    const another = { id: idOf.set(600), reps: 6 }
    expect(refusalOf(() => logSet(full, archerPushUps, { ...another, notes: 'x' }, noon)).code).toBe('SESSION_FULL')
    expect(refusalOf(() => correctSet(full, place, { notes: `${rest}x` }, noon)).code).toBe('SESSION_FULL')
    expect(exerciseOf(logSet(full, pushUps, another, noon), pushUps).sets).toHaveLength(3)
    expect(setOf(correctSet(full, place, { notes: 'short' }, noon), place).notes).toBe('short')
  })
  test('takes the next number after the last one when a set was deleted', () => {
    const two = logAll(pushUps, { reps: 8 }, { reps: 7 })
    const place = { sessionExerciseId: pushUps, setId: idOf.set(500) }
    const session = logSet(deleteSet(two, place), pushUps, { id: idOf.set(600), reps: 6 }, noon)
    expect(numbersOf(session, pushUps)).toEqual(['2', '3'])
  })
  test('gives the two sides of a set the same number, and a set without a side its own', () => {
    const session = logAll(
      archerPushUps,
      { reps: 5, side: 'right' },
      { reps: 5, side: 'left' },
      { reps: 4 },
      { reps: 3, side: 'left' },
    )
    expect(numbersOf(session, archerPushUps)).toEqual(['1left', '1right', '2', '3left'])
  })
  const session = logAll(archerPushUps, { reps: 5, side: 'left' })
  const entry = { id: idOf.set(600), reps: 5, setNumber: 1 }

  test('refuses a number that is taken on the same side', () => {
    expect(refusalOf(() => logSet(session, archerPushUps, { ...entry, side: 'left' }, noon)).code).toBe('CONFLICT')
  })

  test('accepts a number that is taken on the other side only', () => {
    expect(numbersOf(logSet(session, archerPushUps, { ...entry, side: 'right' }, noon), archerPushUps)).toHaveLength(2)
  })
  test('names all faults at once', () => {
    const entry = {
      id: idOf.set(500),
      reps: 8,
      side: 'left',
      painSite: 'wrist',
      completedAt: '2026-11-22T13:00:00.000Z',
    } as const
    expect(refusalOf(() => logSet(started, plank, entry, noon))).toEqual({
      code: 'INVALID_INPUT',
      faults: ['/reps METRIC_MISMATCH', '/side NOT_UNILATERAL', '/painSite PAIN_MISSING', '/completedAt IN_FUTURE'],
    })
  })
  test('refuses reps of an exercise that is held', () => {
    expect(refusalOf(() => logAll(plank, { reps: 8 }))).toEqual({
      code: 'METRIC_MISMATCH',
      faults: ['/reps METRIC_MISMATCH'],
    })
  })
  test.each([
    ['planned', planned()],
    ['skipped', skipSession(planned())],
  ])('refuses a %s session', (_, session) => {
    expect(refusalOf(() => logSet(session, pushUps, { id: idOf.set(1), reps: 8 }, noon)).code).toBe('SESSION_NOT_OPEN')
  })
  test('refuses the hundred and first set', () => {
    const full = logAll(pushUps, ...Array.from({ length: 100 }, () => ({ reps: 1 })))
    expect(refusalOf(() => logSet(full, pushUps, { id: idOf.set(1), reps: 1 }, noon)).code).toBe('SESSION_FULL')
  })

  test('refuses a set after number 100', () => {
    const last = logAll(pushUps, { reps: 1, setNumber: 100 })
    expect(refusalOf(() => logSet(last, pushUps, { id: idOf.set(1), reps: 1 }, noon)).code).toBe('SESSION_FULL')
  })
  test('refuses an id that the exercise has already', () => {
    const session = logAll(pushUps, { reps: 8 })
    expect(refusalOf(() => logSet(session, pushUps, { id: idOf.set(500), reps: 8 }, noon)).code).toBe('ID_TAKEN')
  })
})

describe('correctSet', () => {
  const session = completeSession(
    logAll(pushUps, { reps: 8, rpe: 8, pain: 2, painSite: 'elbow' }, { reps: 7 }),
    {},
    noon,
  )
  const place = { sessionExerciseId: pushUps, setId: idOf.set(500) }

  test('corrects a set of a completed session, and the performed sets with it', () => {
    const corrected = correctSet(session, place, { reps: 6, rpe: null }, noon)
    expect(setOf(corrected, place)).toMatchObject({ reps: 6, rpe: null, pain: 2 })
    expect(exerciseOf(corrected, pushUps).actual.sets).toEqual([{ reps: 6 }, { reps: 7 }])
  })
  test('compares a set that moves with the plan for its new number', () => {
    const corrected = correctSet(session, place, { setNumber: 3 }, noon)
    expect(setOf(corrected, place)).toMatchObject({ setNumber: 3, planned: { reps: 6 } })
    expect(numbersOf(corrected, pushUps)).toEqual(['2', '3'])
  })
  test('refuses the number of another set', () => {
    expect(refusalOf(() => correctSet(session, place, { setNumber: 2 }, noon)).code).toBe('CONFLICT')
  })
  test('refuses seconds for a set of reps', () => {
    expect(refusalOf(() => correctSet(session, place, { duration: 30 }, noon))).toEqual({
      code: 'METRIC_MISMATCH',
      faults: ['/duration METRIC_MISMATCH'],
    })
  })
  test('refuses to clear the pain while its site stays', () => {
    expect(refusalOf(() => correctSet(session, place, { pain: null }, noon)).faults).toEqual(['/painSite PAIN_MISSING'])
  })

  test('clears the pain together with its site', () => {
    expect(setOf(correctSet(session, place, { pain: null, painSite: null }, noon), place)).toMatchObject({ pain: null })
  })
  test('returns the same session when nothing changes', () => {
    expect(correctSet(session, place, { reps: 8, completedAt: '2026-11-22T12:00:00.000Z' }, noon)).toBe(session)
  })
  const patch = { completedAt: '2026-11-22T12:06:00.000Z' }

  test('refuses an end in the future', () => {
    expect(refusalOf(() => correctSet(session, place, patch, noon)).faults).toEqual(['/completedAt IN_FUTURE'])
  })

  test('accepts the same end once that moment has come', () => {
    expect(setOf(correctSet(session, place, patch, at('2026-11-22T12:06:00Z')), place).completedAt).toBe(
      '2026-11-22T12:06:00.000Z',
    )
  })
  test('refuses a set that is not there', () => {
    const nowhere = { sessionExerciseId: plank, setId: idOf.set(500) }
    expect(refusalOf(() => correctSet(session, nowhere, {}, noon)).code).toBe('SET_NOT_FOUND')
  })
})

describe('deleteSet', () => {
  test('leaves no performed sets when the last one is deleted', () => {
    const session = deleteSet(logAll(pushUps, { reps: 8 }), { sessionExerciseId: pushUps, setId: idOf.set(500) })
    expect(exerciseOf(session, pushUps)).toMatchObject({ sets: [], actual: { sets: null } })
  })
})
