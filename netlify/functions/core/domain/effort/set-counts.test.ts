import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SetKind } from './set.schema.js'
import { countSets, timesDone } from './set-counts.js'

const numbered = (...numbers: number[]) => numbers.map((setNumber) => ({ setNumber, kind: 'working' as const }))

describe('countSets', () => {
  test('counts two sides of one number once', () => {
    expect(countSets(numbered(1, 1, 2, 2, 3))).toBe(3)
  })

  test.each([
    ['warmup', 0],
    ['working', 1],
    ['drop', 0],
    ['failure', 1],
  ] as const)('counts a set of the kind %s as %i', (kind, count) => {
    expect(countSets([{ setNumber: 1, kind }])).toBe(count)
  })

  test('is never more than there are numbers, and no set makes it smaller', () => {
    const sets = fc.array(
      fc.record({ setNumber: fc.integer({ min: 1, max: 9 }), kind: fc.constantFrom(...SetKind.options) }),
    )
    fc.assert(
      fc.property(sets, sets, (some, more) => {
        const both = countSets([...some, ...more])
        expect(both).toBeGreaterThanOrEqual(countSets(some))
        expect(both).toBeLessThanOrEqual(new Set([...some, ...more].map(({ setNumber }) => setNumber)).size)
      }),
    )
  })
})

describe('timesDone', () => {
  test.each([
    ['left', true, 1],
    ['right', true, 1],
    [null, true, 2],
    [null, false, 1],
  ] as const)('of side %s, counted per side: %s, is %i', (side, unilateral, times) => {
    expect(timesDone({ side }, unilateral)).toBe(times)
  })
})
