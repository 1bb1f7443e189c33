import { describe, expect, test } from 'vitest'
import { EquipmentFilter } from './equipment-filter.schema.js'
import { equipment } from './vocabulary.js'

describe('the equipment filter', () => {
  test('reads words joined by commas, and none as nothing at all', () => {
    expect(EquipmentFilter.parse('band')).toEqual(['band'])
    expect(EquipmentFilter.parse('band,wall')).toEqual(['band', 'wall'])
    expect(EquipmentFilter.parse('none')).toEqual([])
    expect(EquipmentFilter.parse(equipment.join(','))).toEqual(equipment)
  })

  test.each(['', ',', 'band,', ',band', 'band, wall', 'trampoline', 'band,none', 'Band', 'low-bar-'])(
    '%j is refused',
    (text) => {
      expect(EquipmentFilter.safeParse(text).success).toBe(false)
    },
  )

  test('a word from the list in front of another word does not pass as it', () => {
    expect(EquipmentFilter.safeParse('wallband').success).toBe(false)
  })
})
