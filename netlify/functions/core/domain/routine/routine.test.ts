import { describe, expect, test } from 'vitest'
import { idOf } from '#tests/support/ids.js'
import { library, planned, refusalOf } from '#tests/support/sessions.js'
import { planFromRoutine } from './plan-from-routine.js'
import { PlanRoutine } from './plan-routine.schema.js'
import { changeRoutine, createRoutine, exercisesOfPlan, writtenExercises } from './routine.js'
import { ChangeRoutine, CreateRoutine, type Routine } from './routine.schema.js'

const now = new Date('2026-11-22T12:00:00.000Z')
const later = new Date('2026-11-23T12:00:00.000Z')
const pushUp = { exercise: 'push-up', sets: [{ reps: 8 }, { reps: 6 }] }

function kept(): Routine {
  const exercises = writtenExercises([pushUp, { exercise: 'plank', modifier: 'reps' }], library)
  return createRoutine({ id: idOf.routine(1), name: 'Mornings', notes: 'Outside', exercises }, now)
}

describe('writtenExercises', () => {
  test('leaves to the day what is left out', () => {
    expect(kept().exercises).toMatchObject([
      {
        ...pushUp,
        exercise: { slug: 'push-up' },
        modifier: 'none',
        tempo: null,
        restSeconds: null,
      },
      { exercise: { slug: 'plank' }, sets: null, modifier: 'reps', notes: null },
    ])
  })

  test('names everything that is wrong at once', () => {
    const wrong = [
      { exercise: 'moon-walk' },
      { exercise: 'push-up', sets: [{ duration: 30 }] },
      { exercise: 'plank', tempo: '3-0-1-1' },
    ]
    expect(refusalOf(() => writtenExercises(wrong, library))).toEqual({
      code: 'INVALID_INPUT',
      faults: [
        '/exercises/0/exercise EXERCISE_NOT_FOUND',
        '/exercises/1/sets METRIC_MISMATCH',
        '/exercises/2/tempo METRIC_MISMATCH',
      ],
    })
  })
})

describe('exercisesOfPlan', () => {
  test('takes what was planned, in its order', () => {
    const session = planned({ exercises: [{ exercise: 'plank' }, { ...pushUp, notes: 'slow' }] })
    expect(exercisesOfPlan(session)).toEqual(
      session.exercises.map(({ exercise, planned: plan }) => ({ exercise, ...plan })),
    )
  })

  test('refuses a session without exercises, and one that is not there', () => {
    expect(refusalOf(() => exercisesOfPlan(planned({ exercises: [] }))).faults).toEqual(['/fromSession NO_EXERCISES'])
    expect(refusalOf(() => exercisesOfPlan(null)).faults).toEqual(['/fromSession SESSION_NOT_FOUND'])
  })
})

describe('changeRoutine', () => {
  test('replaces all exercises, and keeps what the patch does not name', () => {
    const { routine, fields } = changeRoutine(kept(), { exercises: [{ exercise: 'plank' }] }, library, later)
    expect(fields).toEqual(['exercises'])
    expect(routine).toMatchObject({ name: 'Mornings', notes: 'Outside', version: 2, updatedAt: later.toISOString() })
    expect(routine.exercises).toMatchObject([{ exercise: { slug: 'plank' }, modifier: 'none' }])
  })

  test('returns the same routine when the patch says nothing new', () => {
    const before = kept()
    const patch = { name: 'Mornings', exercises: [pushUp, { exercise: 'plank', modifier: 'reps' as const }] }
    expect(changeRoutine(before, patch, library, later)).toEqual({ routine: before, fields: [] })
  })
})

describe('planFromRoutine', () => {
  const on = (request: object) => planFromRoutine(kept(), PlanRoutine.parse({ date: '2026-11-24', ...request }))

  test('plans the sets that the routine has, and leaves the rest to the day', () => {
    const { exercises, notes } = on({})
    expect(notes).toBe('Outside')
    expect(exercises.map(({ sets, modifier }) => ({ sets, modifier }))).toEqual([
      { sets: pushUp.sets, modifier: 'none' },
      { sets: undefined, modifier: 'reps' },
    ])
  })

  test('leaves all sets to the day where working sets are wanted', () => {
    expect(on({ targets: 'working' }).exercises.map(({ sets }) => sets)).toEqual([undefined, undefined])
  })
})

describe('the shape of a request', () => {
  test.each([
    ['neither exercises nor a session', { name: 'A' }],
    ['both', { name: 'A', exercises: [pushUp], fromSession: idOf.session(1) }],
    ['no name', { exercises: [pushUp] }],
    ['a name of nothing', { name: '', exercises: [pushUp] }],
    ['no exercise in it', { name: 'A', exercises: [] }],
    ['51 exercises', { name: 'A', exercises: Array(51).fill(pushUp) }],
    ['21 sets', { name: 'A', exercises: [{ exercise: 'push-up', sets: Array(21).fill({ reps: 1 }) }] }],
    ['sets of two kinds', { name: 'A', exercises: [{ exercise: 'push-up', sets: [{ reps: 1 }, { duration: 1 }] }] }],
    ['a modifier that is none', { name: 'A', exercises: [{ exercise: 'push-up', modifier: 'load:heavy' }] }],
    ['the order as a field', { name: 'A', exercises: [{ exercise: 'push-up', order: 1 }] }],
  ])('is refused with %s', (_, request) => {
    expect(CreateRoutine.safeParse(request).success).toBe(false)
  })

  test('does not let a change take away the name or all exercises', () => {
    for (const patch of [{ name: null }, { exercises: null }, { exercises: [] }, { version: 2 }])
      expect(ChangeRoutine.safeParse(patch).success, JSON.stringify(patch)).toBe(false)
  })
})
