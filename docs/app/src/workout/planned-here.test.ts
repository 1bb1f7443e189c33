import type { RecommendedExercise, WarmUpStep } from '@calistheniq/client'
import { expect, test } from 'vitest'
import { plannedHere } from './planned-here.js'

const when = { date: '2026-11-28' }

const ids = () => {
  let made = 0
  return () => {
    made += 1
    return `id-${made}`
  }
}

const recommended = (slug: string, block: number): RecommendedExercise =>
  ({
    exercise: { slug },
    sets: [{ reps: 8 }, { reps: 7 }],
    tempo: '2-0-1-0',
    restSeconds: 90,
    modifier: { modifier: 'tempo' },
    block,
  }) as RecommendedExercise

const nothing = { exercises: [], warmUp: [], placeId: null, totalMinutes: 0 }

test('plans each exercise as it was recommended, with ids of its own', () => {
  const exercises = [recommended('push-up', 1)]
  expect(plannedHere({ ...nothing, exercises, placeId: 'park', totalMinutes: 9.8 }, when, ids())).toEqual({
    id: 'id-2',
    date: '2026-11-28',
    placeId: 'park',
    durationMinutes: 10,
    exercises: [
      {
        id: 'id-1',
        exercise: 'push-up',
        sets: [{ reps: 8 }, { reps: 7 }],
        tempo: '2-0-1-0',
        restSeconds: 90,
        modifier: 'tempo',
      },
    ],
  })
})

test('groups the exercises of a block, and none that is on its own', () => {
  const exercises = [recommended('push-up', 1), recommended('row', 1), recommended('squat', 2)]
  const plan = plannedHere({ ...nothing, exercises }, when, ids())
  expect(plan.exercises?.map(({ exercise, group }) => [exercise, group])).toEqual([
    ['push-up', 1],
    ['row', 1],
    ['squat', undefined],
  ])
})

test('plans the mobility of a day of recovery, and no other warm-up', () => {
  const step = (kind: WarmUpStep['kind'], slug: string) =>
    ({ kind, exercise: { slug }, sets: [{ duration: 30 }] }) as WarmUpStep
  const warmUp = [
    step('specific', 'push-up'),
    step('mobility', 'deep-squat'),
    { ...step('general', ''), exercise: null },
  ]
  const plan = plannedHere({ ...nothing, warmUp }, { ...when, time: '18:30' }, ids())
  expect(plan).toMatchObject({ time: '18:30', durationMinutes: null })
  expect(plan.exercises).toEqual([{ id: 'id-1', exercise: 'deep-squat', sets: [{ duration: 30 }] }])
})
