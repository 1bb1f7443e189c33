import { describe, expect, it } from 'vitest'
import { type StrengthSlot, strengthSlots } from '#domain/library/vocabulary.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { part } from '#tests/support/coach-drafts.js'
import type { SlotKey } from '../coach-exercise.js'
import { orderSession } from './order-session.js'

const order = (keys: SlotKey[], deficits: Partial<Record<StrengthSlot, number>> = {}) =>
  orderSession(
    keys.map((key) => part(key, 2)),
    strengthSlots.map((slot) => ({ slot, deficit: deficits[slot] ?? 0 })),
    rulesInForce,
  ).map(({ choice }) => choice.key)

describe('orderSession', () => {
  it('begins with skill and ends with core', () => {
    expect(order(['core', 'squat', 'skill:planche', 'skill:handstand'])).toEqual([
      'skill:planche',
      'skill:handstand',
      'squat',
      'core',
    ])
  })

  it('brings opposites together', () => {
    expect(order(['vpull', 'hpull', 'hinge', 'vpush', 'squat', 'hpush'])).toEqual([
      'hpush',
      'hpull',
      'vpush',
      'vpull',
      'squat',
      'hinge',
    ])
  })

  it('takes the pair first of which one slot lacks most', () => {
    const deficits = { hpush: 0.5, hpull: 0.5, vpush: 0, vpull: 0.6, squat: 0.2, hinge: 0.9 }
    expect(order(['hpush', 'hpull', 'vpush', 'vpull', 'squat', 'hinge'], deficits)).toEqual([
      'squat',
      'hinge',
      'vpush',
      'vpull',
      'hpush',
      'hpull',
    ])
  })

  it('looks only at what is in the session', () => {
    expect(order(['hpush', 'squat'], { hpush: 0.1, hpull: 1, squat: 0.2 })).toEqual(['squat', 'hpush'])
  })
})
