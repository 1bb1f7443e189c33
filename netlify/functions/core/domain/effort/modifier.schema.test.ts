import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Modifier, plannedLoadKg } from './modifier.schema.js'

describe('Modifier', () => {
  test.each(['none', 'tempo', 'tempo_pause', 'reps', 'load:0.5', 'load:7.5', 'load:20', 'load:300'])(
    'takes %s',
    (text) => {
      expect(Modifier.safeParse(text).data).toBe(text)
    },
  )

  test.each([
    '',
    'pause',
    'load',
    'load:',
    'load:0',
    'load:-5',
    'load:7.25',
    'load:7.50',
    'load:1e1',
    'load:301',
    'load: 5',
  ])('refuses "%s"', (text) => {
    expect(Modifier.safeParse(text).success).toBe(false)
  })
})

describe('plannedLoadKg', () => {
  test('is the kilograms of every load', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), (halves) => {
        expect(plannedLoadKg(Modifier.parse(`load:${halves / 2}`))).toBe(halves / 2)
      }),
    )
  })

  test.each(['none', 'tempo', 'tempo_pause', 'reps'] as const)('is 0 for %s', (modifier) => {
    expect(plannedLoadKg(modifier)).toBe(0)
  })
})
