import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { changedFields, patched, sameValue } from './same-value.js'

describe('sameValue', () => {
  it('compares scalars, lists and fields by value', () => {
    expect(sameValue({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBe(true)
    expect(sameValue({ a: [1] }, { a: [2] })).toBe(false)
    expect(sameValue([1, 2], [1, 2, 3])).toBe(false)
  })

  it('ignores the order of fields', () => {
    expect(sameValue({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true)
  })

  it('heeds the order of a list', () => {
    expect(sameValue([1, 2], [2, 1])).toBe(false)
  })

  it('tells null from undefined, a list from an object, and null from a missing field', () => {
    expect(sameValue(null, undefined)).toBe(false)
    expect(sameValue([], {})).toBe(false)
    expect(sameValue({ a: null }, {})).toBe(false)
  })

  it('treats an undefined field as missing', () => {
    expect(sameValue({ a: undefined }, {})).toBe(true)
  })

  test('is true for a copy, and otherwise only for equal JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const text = (value: unknown) => JSON.stringify(value, sorted)
        expect(sameValue(one, structuredClone(one))).toBe(true)
        expect(sameValue(one, other)).toBe(text(one) === text(other))
      }),
    )
  })
})

describe('changedFields', () => {
  it('names the fields of a patch that have other values', () => {
    const stands = { sets: [{ reps: 8 }], notes: 'quick', rest: 60 }
    expect(changedFields(stands, { sets: [{ reps: 8 }], notes: 'slow' })).toEqual(['notes'])
  })

  it('compares only the named fields when some are named', () => {
    expect(changedFields({ a: 1, b: 1, c: 1 }, { a: 2, b: 2, c: 1 }, ['b', 'c'])).toEqual(['b'])
  })
})

describe('patched', () => {
  const target = { sets: [{ reps: 8 }], notes: 'slow' as string | null, rest: 60 }

  it('lays the fields of the patch over the target, null included', () => {
    expect(patched(target, { notes: null, rest: undefined })).toEqual({ ...target, notes: null })
  })

  it('returns the same object when the patch changes nothing', () => {
    expect(patched(target, { sets: [{ reps: 8 }], rest: undefined })).toBe(target)
  })

  it('keeps the same objects in fields that do not change', () => {
    expect(patched(target, { sets: [{ reps: 8 }], rest: 90 }).sets).toBe(target.sets)
  })
})

/** Makes `JSON.stringify` write the fields of an object in one order. */
function sorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
