import { expect, it } from 'vitest'
import { askFor } from './explain-placement.js'

it.each([
  [
    { name: 'Push-up', metric: 'reps', unilateral: false },
    'How many reps of Push-up can you do in one set, in good form?',
  ],
  [
    { name: 'Side Plank', metric: 'duration', unilateral: true },
    'How many seconds of Side Plank can you hold on your weaker side in one set, in good form?',
  ],
] as const)('askFor asks in the unit of the exercise: %o', (exercise, question) => {
  expect(askFor(exercise)).toBe(question)
})
