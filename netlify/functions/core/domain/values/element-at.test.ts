import { expect, it } from 'vitest'
import { elementAt } from './element-at.js'

it('returns the number at a place, and throws where there is none', () => {
  expect(elementAt([4, 5], 1)).toBe(5)
  expect(() => elementAt([4, 5], 2)).toThrow(RangeError)
})
