import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { rung, rungRules } from '#tests/support/coach.js'
import { easiestOf, hardestOf, inOrderOfDifficulty, isBelowBy, isWithin } from './difficulty-order.js'

const rungs = [rung('c', 2), rung('a', 2), rung('b', 2), rung('d', 3), rung('e', 3), rung('f', 1)]
const slugsOf = (exercises: typeof rungs) => exercises.map(({ slug }) => slug)

it('inOrderOfDifficulty puts the easiest first, and equally hard ones by slug', () => {
  expect(slugsOf([...rungs].sort(inOrderOfDifficulty))).toEqual(['f', 'a', 'b', 'c', 'd', 'e'])
})

describe('the ends of a list', () => {
  it.each([
    ['in order', rungs],
    ['in reverse', rungs.toReversed()],
  ])('are the first by slug of the equally hard: %s', (_, list) => {
    expect(hardestOf(list)?.slug).toBe('d')
    expect(easiestOf(list.filter(({ difficulty }) => difficulty > 1))?.slug).toBe('a')
  })

  it('are undefined when it is empty', () => {
    expect(hardestOf([])).toBeUndefined()
    expect(easiestOf([])).toBeUndefined()
  })
})

describe('levels between two', () => {
  // in binary 1.1 - 0.6 is a little more, and 4.1 - 3.6 a little less
  it.each([
    [2.85, 3.35],
    [2.8, 3.3],
    [0.6, 1.1],
    [3.6, 4.1],
  ])('are half a level from %f to %f', (easier, harder) => {
    const between = [0.5, rung('a', easier), rung('b', harder), rulesInForce] as const
    expect(isWithin(...between)).toBe(true)
    expect(isBelowBy(...between)).toBe(true)
  })

  it('are more than half a level from 2.8 to 3.31', () => {
    expect(isWithin(0.5, rung('a', 2.8), rung('b', 3.31), rulesInForce)).toBe(false)
    expect(isBelowBy(0.5, rung('a', 2.8), rung('b', 3.29), rulesInForce)).toBe(false)
  })

  it('are at least and at most as many as there are', () => {
    const exactly = [1, rung('a', 2), rung('b', 3), rungRules({ levelTolerance: 0 })] as const
    expect(isWithin(...exactly)).toBe(true)
    expect(isBelowBy(...exactly)).toBe(true)
  })

  it('are none upwards: what is harder is within any', () => {
    expect(isWithin(0.5, rung('a', 5), rung('b', 3), rulesInForce)).toBe(true)
  })
})
