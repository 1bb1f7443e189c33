import { describe, expect, it } from 'vitest'
import { type Difference, describeDifference, differencesIn, type Part } from './difference.js'
import { type Fields, inWords } from './in-words.js'

const items = (all: Record<string, Fields>) => new Map(Object.entries(all))

const tell = (fields: Fields, key: string) => ({ name: `item ${key}`, summary: inWords(fields), fields })

const differences = (part: Part, stored: Record<string, Fields>, derived: Record<string, Fields>) =>
  differencesIn(part, items(stored), items(derived), tell).map((difference) => describeDifference(difference))

describe('differencesIn', () => {
  it('finds nothing when both sides are equal', () => {
    expect(differences('records', { a: { value: 1 } }, { a: { value: 1 } })).toEqual([])
  })

  it('says what is stored and what should be, for what follows from the facts', () => {
    expect(
      differences(
        'categories',
        { other: { ability: { mean: 1.5, variance: 1 }, lastSessionOn: null, same: 1 }, unfounded: { value: [8, 7] } },
        { other: { ability: { mean: 2, variance: 1 }, lastSessionOn: '2026-11-18', same: 1 }, missing: { value: [] } },
      ),
    ).toEqual([
      'item other: ability mean is 1.5, and should be 2; last session on is nothing, and should be 2026-11-18',
      'item unfounded: is value 8, 7, and should not be there',
      'item missing: is missing, and should be value none',
    ])
  })

  it('says what the tables and what the events have, for facts', () => {
    expect(
      differences('sessions', { other: { a: 1 }, unfounded: { a: 1 } }, { other: { a: 2 }, missing: { a: 1 } }),
    ).toEqual([
      'item other: a is 1 in the tables, 2 in the events',
      'item unfounded: only the tables have it: a 1',
      'item missing: only the events have it: a 1',
    ])
  })
})

describe('describeDifference', () => {
  const difference: Difference = { part: 'levels', name: 'level', problems: ['one is wrong', 'two is', 'three is'] }

  it('lists as many problems as fit, and counts the others', () => {
    expect(describeDifference(difference)).toBe('level: one is wrong; two is; three is')
    expect(describeDifference(difference, { columnsMax: 36 })).toBe('level: one is wrong; and 2 more')
  })

  it('cuts a line on which not even one problem fits', () => {
    expect(describeDifference(difference, { columnsMax: 16 })).toBe('level: one is w…')
  })
})
