import { describe, expect, test } from 'vitest'
import { library, planned, pushUps, refusalOf } from '#tests/support/sessions.js'
import { type Plannable, plannableByKey } from './plan-exercise.js'

const mine = { sets: [{ reps: 5 }, { reps: 4 }], tempo: '2-0-X-1', restSeconds: null, notes: 'elbows in' }

function withPersonal(): Plannable {
  const items = [...new Set(library.values())]
  return plannableByKey(items.map((item) => (item.exercise.slug === 'push-up' ? { ...item, personal: mine } : item)))
}

describe('what is planned', () => {
  test('comes from the library when nothing else is said', () => {
    expect(planned().exercises[0]?.planned).toEqual({
      sets: [{ reps: 8 }, { reps: 8 }, { reps: 6 }],
      tempo: '3-0-1-1',
      restSeconds: 90,
      notes: null,
    })
  })
  test("comes from the athlete's configuration, field by field, where there is one", () => {
    const [exercise] = planned({}, withPersonal()).exercises
    expect(exercise?.planned).toEqual({ ...mine, restSeconds: 90 })
    expect(exercise?.plannedFrom).toBe('working')
  })
  test('comes from the request where it says so', () => {
    const given = { sets: [{ reps: 3 }], tempo: '1-0-1-0', restSeconds: 10, notes: 'light' }
    const [exercise] = planned({ exercises: [{ exercise: 'push-up', ...given }] }, withPersonal()).exercises
    expect(exercise?.planned).toEqual(given)
    expect(exercise?.plannedFrom).toBe('given')
  })
  test('may be nothing at all', () => {
    expect(planned({ exercises: [] }).exercises).toEqual([])
  })
  test('names an exercise by its id as well, and more than once', () => {
    const id = library.get('plank')?.exercise.id ?? ''
    const session = planned({ exercises: [{ exercise: id }, { id: pushUps, exercise: 'plank' }] })
    expect(session.exercises.map(({ exercise, order }) => [exercise.slug, order])).toEqual([
      ['plank', 1],
      ['plank', 2],
    ])
  })
})

describe('what cannot be planned', () => {
  test('all faults are told at once', () => {
    const exercises = [
      { exercise: 'push-up', sets: [{ duration: 30 }] },
      { exercise: 'moon-walk' },
      { exercise: 'plank', tempo: '3-0-1-1' },
    ]
    expect(refusalOf(() => planned({ exercises }))).toEqual({
      code: 'INVALID_INPUT',
      faults: [
        '/exercises/0/sets METRIC_MISMATCH',
        '/exercises/1/exercise EXERCISE_NOT_FOUND',
        '/exercises/2/tempo METRIC_MISMATCH',
      ],
    })
  })
  test('a mismatch alone is refused as such', () => {
    const exercises = [{ exercise: 'push-up', sets: [{ duration: 30 }], tempo: 'hold' }]
    expect(refusalOf(() => planned({ exercises }))).toEqual({
      code: 'METRIC_MISMATCH',
      faults: ['/exercises/0/sets METRIC_MISMATCH', '/exercises/0/tempo METRIC_MISMATCH'],
    })
  })
  test('two exercises with one id', () => {
    const exercises = [1, 2].map(() => ({ id: pushUps, exercise: 'push-up' }))
    expect(() => planned({ exercises })).toThrow('two exercises have the same id')
  })
})
