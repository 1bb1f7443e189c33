import type { Recommendation } from '../recommendation.js'
import { partnerOf } from '../slot-groups.js'

/** Numbers the blocks of a session from 1: all of a circuit, or opposites that stand beside each other, are one. */
export function blocksOf({ items, arrangement }: Pick<Recommendation, 'items' | 'arrangement'>): number[] {
  let block = 1
  return items.map(({ key }, index) => {
    const before = items[index - 1]
    if (index > 0 && arrangement !== 'circuit' && before?.key !== partnerOf(key)) block += 1
    return block
  })
}
