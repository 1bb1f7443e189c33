import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rounded } from './rounded.js'

describe('rounded', () => {
  it.each([
    [0.94 * 80 * 10, 752],
    [1254.7999999999997, 1254.8],
    [-2707.1999999999994, -2707.2],
    [154.285714, 154.29],
    [2 / 3, 0.667],
    [0.30000000000000004, 0.3],
    [0.00421987, 0.00422],
    [8.5, 8.5],
    [12, 12],
    [0, 0],
  ])('turns %s into %s', (before, after) => {
    expect(rounded(before)).toBe(after)
  })

  it('looks into lists and objects, and leaves everything else', () => {
    const answer = { a: [{ b: 1.005001, c: '1.005001', d: null }], e: true, f: undefined }
    expect(rounded(answer)).toEqual({ a: [{ b: 1.01, c: '1.005001', d: null }], e: true, f: undefined })
  })

  it('returns the same object where nothing is to be rounded', () => {
    const answer = { version: 3, sets: [{ reps: 8, weightKg: 2.5 }] }
    expect(rounded(answer)).toBe(answer)
  })

  it('leaves what is not made of plain members alone', () => {
    const date = new Date()
    expect(rounded({ date }).date).toBe(date)
  })

  it('keeps two decimals of every number, or three digits of a small one, and is done once', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), (value) => {
        const short = rounded(value)
        // JSON knows no negative zero
        expect(short + 0).toBe(Number(Math.abs(value) < 1 ? value.toPrecision(3) : value.toFixed(2)) + 0)
        expect(rounded(short)).toBe(short)
      }),
    )
  })
})
