import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fitMinutes } from './fit-minutes.js'

type Item = { readonly name: string; readonly seconds: number }
const items: Item[] = [
  { name: 'long', seconds: 400 },
  { name: 'short', seconds: 100 },
  { name: 'middle', seconds: 250 },
]
const never = () => null
const names = (list: readonly Item[]) => list.map(({ name }) => name)

it('fitMinutes takes what fits, in order, and skips what does not', () => {
  const { taken, left } = fitMinutes(items, 6, never)
  expect([names(taken), names(left)]).toEqual([['short', 'middle'], ['long']])
})

it('fitMinutes shortens the first item when nothing fits as it is', () => {
  const half = ({ name }: Item, seconds: number) => ({ name: `half ${name}`, seconds })
  const { taken, left } = fitMinutes(items, 1, half)
  expect([taken, names(left)]).toEqual([[{ name: 'half long', seconds: 60 }], ['short', 'middle']])
})

it('fitMinutes takes nothing when nothing fits and nothing can be shortened', () => {
  expect(fitMinutes(items, 1, never)).toEqual({ taken: [], left: items })
})

it('fitMinutes never takes more than the time, and leaves the rest in the list', () => {
  const anItem = fc.record({ name: fc.string(), seconds: fc.integer({ min: 1, max: 900 }) })
  fc.assert(
    fc.property(fc.array(anItem), fc.integer({ min: 1, max: 60 }), (list, minutes) => {
      const { taken, left } = fitMinutes(list, minutes, never)
      expect(taken.reduce((total, { seconds }) => total + seconds, 0)).toBeLessThanOrEqual(minutes * 60)
      expect(taken.length + left.length).toBe(list.length)
    }),
  )
})
