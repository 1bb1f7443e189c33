import { describe, expect, it } from 'vitest'
import {
  categories,
  ExerciseSlug,
  equipment,
  fitExerciseCategories,
  healthConnectSegments,
  Level,
  levels,
  metrics,
  muscles,
} from './vocabulary.js'

describe('ExerciseSlug', () => {
  it.each(['push-up', 'decline-push-up-30', 'l-sit', 'a'.repeat(80)])('accepts %s', (slug) => {
    expect(ExerciseSlug.parse(slug)).toBe(slug)
  })

  it.each(['', 'Push-up', 'push_up', 'push--up', '-push-up', 'push-up-', 'push up', 'liegestütz', 'a'.repeat(81)])(
    'refuses %j',
    (slug) => {
      expect(ExerciseSlug.safeParse(slug).success).toBe(false)
    },
  )
})

it.each([-1, 6, 1.5, '1', null])('Level refuses %j', (level) => {
  expect(Level.safeParse(level).success).toBe(false)
})

it.each(
  Object.entries({ categories, levels, metrics, muscles, equipment, fitExerciseCategories, healthConnectSegments }),
)('the list of %s has no duplicates', (_, list) => {
  expect(list).toHaveLength(new Set<unknown>(list).size)
})
