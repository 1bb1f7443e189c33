import { describe, expect, test } from 'vitest'
import { idOf } from '#tests/support/ids.js'
import { archerPushUps, library, noon, plank, planned, pushUps, refusalOf } from '#tests/support/sessions.js'
import { completeSession, skipSession, startSession } from './life.js'
import { planExercise } from './plan-exercise.js'
import type { Session } from './session.js'
import { addExercise, editExercise, exerciseOf, removeExercise } from './session-exercises.js'

const open = planned()
const started = startSession(open, {}, noon)
const completed = completeSession(started, { withoutSets: true }, noon)
const skipped = skipSession(open)

const placesOf = ({ exercises }: Session) => exercises.map(({ id, order }) => `${order} ${id.slice(-3)}`)

function another(n: number) {
  return planExercise({ exercise: 'plank' }, library, { id: idOf.sessionExercise(n), order: 1 }, noon)
}

describe('addExercise', () => {
  test('puts the exercise at the end', () => {
    expect(placesOf(addExercise(started, another(103)))).toEqual(['1 100', '2 101', '3 102', '4 103'])
  })
  test('refuses a skipped session', () => {
    expect(refusalOf(() => addExercise(skipped, another(103))).code).toBe('SESSION_NOT_OPEN')
  })
  test('gives one that a completed session lacked the standard of today', () => {
    const added = another(103)
    expect(added.standard).toBeNull()
    expect(addExercise(completed, added).exercises.at(-1)?.standard).toEqual(added.libraryStandard)
  })
  test('refuses the fifty-first exercise', () => {
    const full = Array.from({ length: 47 }, (_, n) => n).reduce(
      (session, n) => addExercise(session, another(200 + n)),
      open,
    )
    expect(full.exercises).toHaveLength(50)
    expect(refusalOf(() => addExercise(full, another(300))).code).toBe('SESSION_FULL')
  })
  test('refuses an id that the session has already', () => {
    expect(refusalOf(() => addExercise(open, another(101))).code).toBe('ID_TAKEN')
  })
})

describe('editExercise', () => {
  test.each([
    [pushUps, 3, ['1 101', '2 102', '3 100']],
    [archerPushUps, 1, ['1 102', '2 100', '3 101']],
    [plank, 1, ['1 101', '2 100', '3 102']],
  ])('moves exercise %s to place %i, and the others make room', (id, order, places) => {
    expect(placesOf(editExercise(open, id, { order }))).toEqual(places)
  })
  test('returns the same objects for exercises that did not move', () => {
    const { exercises } = editExercise(open, plank, { order: 1 })
    expect(exercises[2]).toBe(open.exercises[2])
  })
  test('refuses to change the plan or the place in a completed session', () => {
    expect(refusalOf(() => editExercise(completed, plank, { order: 1 })).code).toBe('SESSION_NOT_OPEN')
    const both = { planned: { notes: 'x' }, actual: { notes: 'y' } }
    expect(refusalOf(() => editExercise(completed, plank, both)).code).toBe('SESSION_NOT_OPEN')
  })
  const patch = { actual: { notes: 'shaky', restSeconds: 60 }, completed: true }

  test('refuses performed work before the start', () => {})

  test('refuses performed work in a skipped session', () => {
    expect(refusalOf(() => editExercise(open, plank, patch)).code).toBe('SESSION_NOT_OPEN')
    expect(refusalOf(() => editExercise(skipped, plank, patch)).code).toBe('SESSION_NOT_OPEN')
  })

  test('accepts performed work in a session that is started or completed', () => {
    for (const session of [started, completed]) {
      const exercise = exerciseOf(editExercise(session, plank, patch), plank)
      expect(exercise).toMatchObject({
        actual: { sets: null, tempo: null, restSeconds: 60, notes: 'shaky' },
        completed: true,
      })
    }
  })
  test('marks sets as given when the request gives them', () => {
    const exercise = exerciseOf(editExercise(open, pushUps, { planned: { sets: [{ reps: 3 }], tempo: null } }), pushUps)
    expect(exercise).toMatchObject({
      plannedFrom: 'given',
      planned: { sets: [{ reps: 3 }], tempo: null, restSeconds: 90 },
    })
  })
  test('returns the same session when nothing changes', () => {
    const { planned: plan } = exerciseOf(open, pushUps)
    expect(editExercise(open, pushUps, { order: 1, planned: { sets: [...plan.sets], tempo: plan.tempo } })).toBe(open)
    expect(editExercise(open, pushUps, {})).toBe(open)
  })
  test('names all faults at once', () => {
    const patch = { order: 4, planned: { sets: [{ duration: 10 }] }, actual: { tempo: 'hold' } }
    expect(refusalOf(() => editExercise(started, pushUps, patch))).toEqual({
      code: 'INVALID_INPUT',
      faults: ['/planned/sets METRIC_MISMATCH', '/actual/tempo METRIC_MISMATCH', '/order OUT_OF_RANGE'],
    })
  })
  test('refuses an exercise of another session', () => {
    expect(refusalOf(() => editExercise(open, idOf.sessionExercise(7), {})).code).toBe('SESSION_EXERCISE_NOT_FOUND')
  })
})

describe('removeExercise', () => {
  test('moves up the exercises behind it', () => {
    expect(placesOf(removeExercise(started, pushUps))).toEqual(['1 101', '2 102'])
  })
  test('refuses a completed session', () => {
    expect(refusalOf(() => removeExercise(completed, pushUps)).code).toBe('SESSION_NOT_OPEN')
  })
})
