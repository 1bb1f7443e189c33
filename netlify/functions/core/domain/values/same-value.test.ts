import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { changedFields, patched, sameValue } from './same-value.js'

describe('sameValue', () => {
  it('compares scalars, lists and fields by what they say', () => {
    expect(sameValue({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBe(true)
    expect(sameValue({ a: [1] }, { a: [2] })).toBe(false)
    expect(sameValue([1, 2], [1, 2, 3])).toBe(false)
  })

  it('does not look at the order of fields, and does at the order of a list', () => {
    expect(sameValue({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true)
    expect(sameValue([1, 2], [2, 1])).toBe(false)
  })

  it('tells null from nothing, an empty list from an empty object, and a field from none', () => {
    expect(sameValue(null, undefined)).toBe(false)
    expect(sameValue([], {})).toBe(false)
    expect(sameValue({ a: null }, {})).toBe(false)
    expect(sameValue({ a: undefined }, {})).toBe(true)
  })

  test('a value is the same as its copy, and not as one that says something else', () => {
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
  it('names the fields of a patch that say something new', () => {
    const stands = { sets: [{ reps: 8 }], notes: 'quick', rest: 60 }
    expect(changedFields(stands, { sets: [{ reps: 8 }], notes: 'slow' })).toEqual(['notes'])
  })

  it('looks only at the fields that are named, where some are', () => {
    expect(changedFields({ a: 1, b: 1, c: 1 }, { a: 2, b: 2, c: 1 }, ['b', 'c'])).toEqual(['b'])
  })
})

describe('patched', () => {
  const target = { sets: [{ reps: 8 }], notes: 'slow' as string | null, rest: 60 }

  it('lays the named fields over the target, null among them', () => {
    expect(patched(target, { notes: null, rest: undefined })).toEqual({ ...target, notes: null })
  })

  it('is the very same object when the patch says nothing new', () => {
    expect(patched(target, { sets: [{ reps: 8 }], rest: undefined })).toBe(target)
  })

  it('keeps the very same objects in fields that say nothing new', () => {
    expect(patched(target, { sets: [{ reps: 8 }], rest: 90 }).sets).toBe(target.sets)
  })
})

/** Makes `JSON.stringify` write the fields of an object in one order. */
function sorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
