import { expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { exercise, libraryWith, sessionOn } from '#tests/support/training-logs.js'
import { hardSets } from './hard-sets.js'

const library = libraryWith(exercise('push-up'), exercise('pull-up', { category: 'Pull' }))
const today = '2026-11-22'
const count = (...sessions: ReturnType<typeof sessionOn>[]) =>
  hardSets({ sessions, directives: [] }, library, today, rulesInForce)

it('hardSets counts the sets of the last 14 days by category, today included', () => {
  expect(
    count(
      sessionOn('2026-11-08', { exercise: 'push-up', actual: [5, 5, 5, 5] }),
      sessionOn('2026-11-09', { exercise: 'push-up', actual: [5, 5] }),
      sessionOn('2026-11-22', { exercise: 'push-up', actual: [5] }, { exercise: 'pull-up', actual: [3, 3] }),
    ),
  ).toEqual({ Push: 3, Pull: 2, Squat: 0 })
})

it('hardSets leaves out sets that were rated as easy, and keeps unrated ones', () => {
  expect(
    count(
      sessionOn('2026-11-20', { exercise: 'push-up', actual: [5, 5], rpe: 4.5 }),
      sessionOn('2026-11-21', { exercise: 'push-up', actual: [5, 5], rpe: null }),
    ),
  ).toMatchObject({ Push: 2 })
})

it('hardSets counts the two sides of a set once', () => {
  const session = sessionOn('2026-11-21', { exercise: 'push-up', actual: [5, 5] })
  const sides = session.exercises.map((item) => ({
    ...item,
    sets: item.sets.map((set, index) => ({ ...set, setNumber: 1, side: index === 0 ? ('left' as const) : 'right' })),
  })) as typeof session.exercises
  expect(count({ ...session, exercises: sides })).toMatchObject({ Push: 1 })
})
