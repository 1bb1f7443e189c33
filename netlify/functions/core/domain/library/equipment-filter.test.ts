import { describe, expect, test } from 'vitest'
import { EquipmentFilter } from './equipment-filter.schema.js'
import { equipment } from './vocabulary.js'

describe('EquipmentFilter', () => {
  test('reads words joined by commas', () => {
    expect(EquipmentFilter.parse('band')).toEqual(['band'])
    expect(EquipmentFilter.parse('band,wall')).toEqual(['band', 'wall'])
  })

  test('reads "none" as no equipment', () => {
    expect(EquipmentFilter.parse('none')).toEqual([])
  })

  test('reads every word of the vocabulary', () => {
    expect(EquipmentFilter.parse(equipment.join(','))).toEqual(equipment)
  })

  test.each(['', ',', 'band,', ',band', 'band, wall', 'trampoline', 'band,none', 'Band', 'low-bar-'])(
    'refuses %j',
    (text) => {
      expect(EquipmentFilter.safeParse(text).success).toBe(false)
    },
  )

  test('refuses two words without a comma between them', () => {
    expect(EquipmentFilter.safeParse('wallband').success).toBe(false)
  })
})
