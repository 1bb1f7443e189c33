import { expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { secondsOfSets } from './set-time.js'

it.each([
  ['reps at their tempo and the rest after each set', false, [8, 8], { tempo: '2-0-1-1', restSeconds: 90 }, 244],
  ['both sides', true, [8], { tempo: '2-0-1-1', restSeconds: 90 }, 154],
  ['a hold', false, [20, 20], { tempo: 'hold', restSeconds: 60 }, 160],
  ['an explosive rep', false, [5], { tempo: '1-0-X-0', restSeconds: 0 }, 10],
])('secondsOfSets counts %s', (_, unilateral, targets, pace, seconds) => {
  expect(secondsOfSets({ unilateral }, targets, pace, rulesInForce)).toBe(seconds)
})
