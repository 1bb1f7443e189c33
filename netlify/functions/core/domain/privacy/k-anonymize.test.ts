import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kAnonymize, kAnonymizeClasses } from './k-anonymize.js'

describe('kAnonymize', () => {
  it('drops the rows of small classes, and sorts the others by code point', () => {
    const rows = ['b', 'a', 'c', 'b', 'a', 'B', 'B'].map((region) => ({ region, name: 'x' }))
    expect(kAnonymize(rows, ['region'], 2)).toEqual({
      kept: 6,
      suppressed: 1,
      classes: [
        { values: ['B'], rows: 2 },
        { values: ['a'], rows: 2 },
        { values: ['b'], rows: 2 },
      ],
    })
  })

  it('adds up a class that comes in parts', () => {
    const parts = [
      { values: ['20-29', 'f'], rows: 3 },
      { values: ['20-29', 'f'], rows: 2 },
    ]
    expect(kAnonymizeClasses(parts, 5)).toMatchObject({ kept: 5, suppressed: 0 })
  })

  it('does not confuse values that read the same when joined', () => {
    const classes = [
      { values: ['a,b', 'c'], rows: 1 },
      { values: ['a', 'b,c'], rows: 1 },
    ]
    expect(kAnonymizeClasses(classes, 2)).toEqual({ kept: 0, suppressed: 2, classes: [] })
  })

  it('keeps or suppresses every row, and leaves no class below k', () => {
    const column = fc.constantFrom('a', 'b', 'c')
    const rows = fc.array(fc.record({ age: column, sex: column }), { maxLength: 60 })
    return fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 12 }), (given, k) => {
        const { kept, suppressed, classes } = kAnonymize(given, ['age', 'sex'], k)
        expect(kept + suppressed).toBe(given.length)
        expect(classes.every((one) => one.rows >= k)).toBe(true)
      }),
    )
  })
})
