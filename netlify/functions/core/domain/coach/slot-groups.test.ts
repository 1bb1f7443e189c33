import { describe, expect, it } from 'vitest'
import { strengthSlots } from '#domain/library/vocabulary.js'
import { groupOf, groupOfKey, isStrengthSlot, pairs, partnerOf, siblingOf } from './slot-groups.js'

describe('the groups of slots', () => {
  it.each(strengthSlots.filter((slot) => slot !== 'core'))(
    'give %s a sibling of its own group, and a partner of none',
    (slot) => {
      const sibling = siblingOf[slot]
      expect(sibling && siblingOf[sibling]).toBe(slot)
      expect(sibling && groupOf[sibling]).toBe(groupOf[slot])
      expect(partnerOf(slot)).toBe(pairs.flatMap(([a, b]) => (a === slot ? b : b === slot ? a : []))[0])
    },
  )

  it('leave core and skills alone', () => {
    expect([siblingOf.core, partnerOf('core'), partnerOf('skill:planche')]).toEqual([undefined, undefined, undefined])
  })

  it('pair push with pull, and the legs with each other', () => {
    expect(pairs.map((pair) => pair.map((slot) => groupOf[slot]))).toEqual([
      ['push', 'pull'],
      ['push', 'pull'],
      ['legs', 'legs'],
    ])
  })

  it('count a skill to no group', () => {
    expect(isStrengthSlot('skill:planche')).toBe(false)
    expect(groupOfKey('skill:planche')).toBeUndefined()
    expect(groupOfKey('vpull')).toBe('pull')
  })
})
