import { describe, expect, it } from 'vitest'
import type { Equivalent } from './equivalents/equivalent.js'
import { shareKilled, type TriedMutant, tallyOf } from './tally.js'

const mutant = (file: string, changed: string, outcome: TriedMutant['outcome']): TriedMutant => ({
  ...{ number: 0, line: 1, original: 'a < b' },
  ...{ file, changed, outcome },
})
const equivalent = (file: string, ...changed: string[]): Equivalent => ({
  ...{ original: 'a < b', reason: 'a is never b' },
  ...{ file, changed },
})

const tried = [
  mutant('levels/a.ts', 'a <= b', 'killed'),
  mutant('levels/a.ts', 'a > b', 'survived'),
  mutant('levels/b.ts', 'a <= b', 'survived'),
  mutant('effort/c.ts', 'a <= b', 'not tried'),
]

describe('tallyOf', () => {
  it('counts tried mutants by folder, and does not count equivalent ones as survivors', () => {
    const { folders, survivors } = tallyOf(tried, [equivalent('levels/b.ts', 'a <= b')])
    expect(folders).toEqual([{ folder: 'levels', killed: 1, survived: 1, equivalent: 1 }])
    expect(survivors).toEqual([tried[1]])
    expect(shareKilled(folders)).toBe(0.5)
  })

  it('names equivalents that a test kills, or that are no mutants', () => {
    const listed = [equivalent('levels/a.ts', 'a <= b'), equivalent('effort/c.ts', 'a <= b', 'a >= b')]
    expect(tallyOf(tried, listed).misjudged).toEqual(['levels/a.ts: a < b -> a <= b', 'effort/c.ts: a < b -> a >= b'])
  })
})
