import { describe, expect, test } from 'vitest'
import { idsFrom } from '#domain/values/id.schema.js'
import { idOf, uuid } from '#tests/support/ids.js'
import { library, noon, planned, pushUps, refusalOf } from '#tests/support/sessions.js'
import { type Plannable, plannableByKey } from './plan-exercise.js'
import { planAnother, planSession } from './plan-session.js'
import type { Session } from './session.js'
import { PlanSession } from './session.schema.js'

const adding = { ...noon, bodyMassKg: null }

const mine = { sets: [{ reps: 5 }, { reps: 4 }], tempo: '2-0-X-1', restSeconds: null, notes: 'elbows in' }

function withPersonal(): Plannable {
  const items = [...new Set(library.values())]
  return plannableByKey(items.map((item) => (item.exercise.slug === 'push-up' ? { ...item, personal: mine } : item)))
}

describe('planSession', () => {
  test('takes the prescription of the library by default', () => {
    expect(planned().exercises[0]?.planned).toEqual({
      sets: [{ reps: 8 }, { reps: 8 }, { reps: 6 }],
      modifier: 'none',
      tempo: '3-0-1-1',
      restSeconds: 90,
      notes: null,
      group: null,
    })
  })
  test("takes the fields of the athlete's own prescription where there are some", () => {
    const [exercise] = planned({}, withPersonal()).exercises
    expect(exercise?.planned).toEqual({ ...mine, modifier: 'none', restSeconds: 90, group: null })
    expect(exercise?.plannedFrom).toBe('working')
  })
  test('takes the prescription of the request where it has one', () => {
    const given = {
      sets: [{ reps: 3 }],
      modifier: 'load:7.5' as const,
      tempo: '1-0-1-0',
      restSeconds: 10,
      notes: 'light',
      group: 2,
    }
    const [exercise] = planned({ exercises: [{ exercise: 'push-up', ...given }] }, withPersonal()).exercises
    expect(exercise?.planned).toEqual(given)
    expect(exercise?.plannedFrom).toBe('given')
  })
  test('accepts no exercises', () => {
    expect(planned({ exercises: [] }).exercises).toEqual([])
  })
  test('finds an exercise by its id, and accepts it more than once', () => {
    const id = library.get('plank')?.exercise.id ?? ''
    const session = planned({ exercises: [{ exercise: id }, { id: pushUps, exercise: 'plank' }] })
    expect(session.exercises.map(({ exercise, order }) => [exercise.slug, order])).toEqual([
      ['plank', 1],
      ['plank', 2],
    ])
  })
})

describe('planSession with faults in its exercises', () => {
  test('names all faults at once', () => {
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
  test('refuses with METRIC_MISMATCH when mismatches are the only faults', () => {
    const exercises = [{ exercise: 'push-up', sets: [{ duration: 30 }], tempo: 'hold' }]
    expect(refusalOf(() => planned({ exercises }))).toEqual({
      code: 'METRIC_MISMATCH',
      faults: ['/exercises/0/sets METRIC_MISMATCH', '/exercises/0/tempo METRIC_MISMATCH'],
    })
  })
  test('throws when two exercises have the same id', () => {
    const exercises = [1, 2].map(() => ({ id: pushUps, exercise: 'push-up' }))
    expect(() => planned({ exercises })).toThrow('two exercises have the same id')
  })
})

describe('planning on a day of a deload', () => {
  const deloads = [{ startsOn: '2026-11-16', endsOn: '2026-11-22' }]
  const setCount = (session: Session) => session.exercises.map(({ planned: { sets } }) => sets.length)
  const request = (exercise: object) => PlanSession.parse({ date: '2026-11-22', exercises: [exercise] })
  const facts = { ...noon, newId: idsFrom(() => uuid(1)) }

  const usual = { exercise: 'push-up' }

  test('halves the sets, rounded up', () => {
    expect(setCount(planSession(request(usual), library, { ...facts, deloads }))).toEqual([2])
  })

  test('keeps the sets that the request gives', () => {
    const given = { exercise: 'push-up', sets: [{ reps: 5 }, { reps: 5 }] }
    expect(setCount(planSession(request(given), library, { ...facts, deloads }))).toEqual([2])
  })

  test('keeps all sets without a deload', () => {
    expect(setCount(planSession(request(usual), library, facts))).toEqual([3])
  })

  test('halves the sets of an exercise that is added', () => {
    const session = planned({ exercises: [] })
    const added = { exercise: 'push-up', id: idOf.sessionExercise(5) }
    expect(setCount(planAnother(session, added, library, { ...adding, deloads }))).toEqual([2])
    expect(setCount(planAnother(session, added, library, adding))).toEqual([3])
  })
})

test('planAnother puts the exercise at the end', () => {
  const session = planAnother(planned(), { exercise: 'plank', id: idOf.sessionExercise(5) }, library, adding)
  expect(session.exercises.at(-1)).toMatchObject({ id: uuid(5), order: 4, exercise: { slug: 'plank' } })
})

test('planAnother keeps the body mass of the day for what is judged', () => {
  const added = { exercise: 'push-up', id: idOf.sessionExercise(5) }
  const session = planAnother(planned(), added, library, { ...adding, bodyMassKg: 82 })
  expect(session.exercises.at(-1)?.libraryStandard.bodyMassKg).toBe(82)
})

test('planAnother refuses an exercise that the library does not have', () => {
  const unknown = { exercise: 'moon-walk', id: idOf.sessionExercise(5) }
  expect(refusalOf(() => planAnother(planned(), unknown, library, adding)).faults).toEqual([
    '/exercise EXERCISE_NOT_FOUND',
  ])
})
