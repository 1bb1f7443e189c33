import { expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { requiredMastered } from './level-up-gates.js'

it.each([
  [0, 0],
  [1, 1],
  [2, 2],
  [3, 2],
  [8, 5],
  [9, 6],
  [13, 8],
])('requiredMastered: of %d exercises that can be done, %d must be mastered', (available, expected) => {
  expect(requiredMastered(available, rulesInForce)).toBe(expected)
})
