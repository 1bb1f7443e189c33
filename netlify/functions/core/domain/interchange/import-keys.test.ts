import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ImportedSet, importKeys, type TitledWorkout } from './import-keys.js'

const evening: TitledWorkout = { start: '5 Nov 2026, 18:10', end: '5 Nov 2026, 18:55', title: 'Rings' }
const set = (workout: ImportedSet['workout'], exercise: string, setNumber: number | null): ImportedSet => ({
  workout,
  exercise,
  setNumber,
})
const hevy = (...sets: ImportedSet[]) => importKeys('hevy', sets)
const distinct = (keys: string[]) => new Set(keys).size

describe('importKeys', () => {
  it('counts sets that are equal in all cells and have no number', () => {
    const day = set('2026-01-05', 'Pull Up', null)
    expect(distinct(importKeys('fitnotes', [day, day, day]))).toBe(3)
  })

  it('counts warm-ups whose order is a letter, before and after a numbered set', () => {
    const warmUp = set('7', 'Ring Dip', null)
    expect(distinct(importKeys('strong', [warmUp, warmUp, set('7', 'Ring Dip', 1), warmUp]))).toBe(4)
  })

  it('tells two blocks of an exercise apart, with another between them or not', () => {
    const [dip, row] = [set(evening, 'Dip', 0), set(evening, 'Row', 0)]
    expect(distinct(hevy(dip, row, dip))).toBe(3)
    expect(distinct(hevy(dip, set(evening, 'Dip', 1), dip, set(evening, 'Dip', 1)))).toBe(4)
  })

  it('tells two workouts with the same title and start apart by their end', () => {
    const longer = { ...evening, end: '5 Nov 2026, 19:20' }
    expect(distinct(hevy(set(evening, 'Dip', 0), set(longer, 'Dip', 0)))).toBe(2)
  })

  it('tells two workouts apart that share their end as well, next to each other or not', () => {
    const dip = set(evening, 'Dip', 0)
    const between = set({ ...evening, title: 'Legs' }, 'Squat', 0)
    expect(distinct(hevy(dip, dip))).toBe(2)
    expect(distinct(hevy(dip, between, dip))).toBe(3)
  })

  it('does not confuse cells whose text runs together', () => {
    const keys = hevy(set({ ...evening, title: 'A B' }, '', 0), set({ ...evening, title: 'A' }, 'B', 0))
    expect(distinct(keys)).toBe(2)
    expect(importKeys('strong', [set('7', 'Dip', 1)])).not.toEqual(importKeys('fitnotes', [set('7', 'Dip', 1)]))
  })

  it('takes the sets of a numbered workout for one workout wherever they stand', () => {
    const keys = importKeys('strong', [set('7', 'Dip', 1), set('8', 'Dip', 1), set('7', 'Row', 1)])
    const sorted = importKeys('strong', [set('7', 'Dip', 1), set('7', 'Row', 1), set('8', 'Dip', 1)])
    expect(new Set(keys)).toEqual(new Set(sorted))
  })

  it('keeps every key when a later export has one more set, block or workout, before or after the others', () => {
    const dips = [set(evening, 'Dip', 0), set(evening, 'Dip', 1)]
    const row = set(evening, 'Row', 0)
    const keys = hevy(...dips, row)
    const [first = '', second = '', third = ''] = keys
    const longerBlock = hevy(...dips, set(evening, 'Dip', 2), row)
    expect([longerBlock[0], longerBlock[1], longerBlock[3]]).toEqual([first, second, third])
    expect(hevy(...dips, row, set(evening, 'Dip', 0)).slice(0, 3)).toEqual(keys)
    const newest = set({ ...evening, start: '6 Nov 2026, 18:00' }, 'Dip', 0)
    expect(hevy(newest, ...dips, row).slice(1)).toEqual(keys)
  })

  it('gives every set of a file a key of its own, and the same keys again', () => {
    const workout = fc.oneof(fc.constantFrom('1', '2'), fc.constantFrom(evening, { ...evening, title: '' }))
    const row = fc.record({
      workout,
      exercise: fc.constantFrom('Dip', 'Row'),
      setNumber: fc.option(fc.nat({ max: 2 })),
    })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        const keys = hevy(...rows)
        expect(distinct(keys)).toBe(rows.length)
        expect(hevy(...rows.map((each) => ({ ...each })))).toEqual(keys)
      }),
    )
  })
})
