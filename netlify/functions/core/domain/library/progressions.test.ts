import { expect, test } from 'vitest'
import { ExerciseRef } from './exercise-ref.schema.js'
import { progressionsOf, type Relative } from './progressions.js'

const ref = (slug: string, difficulty: number) =>
  ExerciseRef.parse({
    id: '0198c0de-7a11-7000-8000-000000000001',
    slug,
    name: slug,
    category: 'Pull',
    level: 3,
    difficulty,
  })

test('progressionsOf sorts the neighbours by the kind of their edge, and prerequisites by their groups', () => {
  const [pullUp, dip, chinUp, archer, weighted] = [
    ref('pull-up', 2),
    ref('dip', 2.2),
    ref('chin-up', 1.9),
    ref('archer-pull-up', 3.6),
    ref('weighted-pull-up', 3.5),
  ] as const
  const relatives: Relative[] = [
    { kind: 'lateral', group: null, exercise: weighted },
    { kind: 'prerequisite', group: 1, exercise: pullUp },
    { kind: 'prerequisite', group: 1, exercise: dip },
    { kind: 'prerequisite', group: 2, exercise: chinUp },
    { kind: 'progression', group: null, exercise: archer },
    { kind: 'regression', group: null, exercise: pullUp },
  ]
  const self = ref('bar-muscle-up', 3.4)
  expect(progressionsOf(self, relatives)).toEqual({
    exercise: self,
    requires: [{ anyOf: [pullUp, dip] }, { anyOf: [chinUp] }],
    prerequisites: [
      [pullUp, chinUp],
      [dip, chinUp],
    ],
    easier: [pullUp],
    harder: [archer],
    lateral: [weighted],
  })
})
