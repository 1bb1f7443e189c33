import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { rung } from '#tests/support/coach.js'
import type { SlotNotes } from './coach-notes.js'
import { noteSlot, type SlotObservation, type SlotSession } from './note-slot.js'

const [pushUp, dip] = [rung('push-up', 2), rung('dip', 2)]
const category = { mean: 2, variance: 0.1 }
const known: SlotNotes = { mean: 2, variance: 0.05, day: 100, category: 'Push', heldLast: false }

const seen = (exercise: typeof pushUp, actual: number, held = false, offset?: SlotObservation['offset']) => ({
  exercise,
  observation: {
    ...{ metric: 'reps' as const, actual, rpe: 10, failed: false, difficulty: 2, defaultAmount: 8 },
    ...{ modifierLevels: 0, held },
  },
  offset,
})
const session = (first: SlotObservation, more: Partial<SlotSession> = {}): SlotSession => ({
  ...{ day: 100, seen: [first], category, confirmed: false },
  ...more,
})
const noted = (before: SlotNotes | undefined, one: SlotSession) => noteSlot(before, one, rulesInForce)

describe('a session of which everything waits for review', () => {
  const typed = session(seen(pushUp, 80, true))

  it('changes nothing at first', () => {
    expect(noted(known, typed)).toEqual({ slot: { ...known, heldLast: true }, offsets: new Map() })
    expect(noted(undefined, typed)).toEqual({ slot: null, offsets: new Map() })
  })

  it('finds the slot anew when it is the second in a row, or when the athlete confirms it', () => {
    const again = noted({ ...known, heldLast: true }, typed)
    const confirmed = noted(known, { ...typed, confirmed: true })
    for (const { slot } of [again, confirmed]) {
      expect(slot?.mean).toBeGreaterThan(3)
      expect(slot?.heldLast).toBe(false)
    }
  })
})

describe('a session with something to learn from', () => {
  it('leaves out what waits for review', () => {
    const { slot } = noted(known, session(seen(pushUp, 9), { seen: [seen(pushUp, 9), seen(dip, 80, true)] }))
    expect(slot).toEqual(noted(known, session(seen(pushUp, 9))).slot)
  })

  it('says how much better an exercise goes than its slot, unless it lies too far off', () => {
    const offsetsOf = (second: SlotObservation) => [
      ...noted(known, session(seen(pushUp, 9), { seen: [seen(pushUp, 9), second] })).offsets.keys(),
    ]
    expect(offsetsOf(seen(dip, 11))).toEqual([pushUp.id, dip.id])
    expect(offsetsOf(seen(dip, 80))).toEqual([pushUp.id])
    expect(offsetsOf(seen(dip, 80, false, { mean: 2.3, variance: 0.01 }))).toEqual([pushUp.id, dip.id])
  })

  it('is weighed against what was known, aged to its day and never backwards', () => {
    const variance = (day: number) => noted(known, session(seen(pushUp, 8), { day })).slot?.variance ?? 0
    const sameDay = noted({ ...known, day: 200 }, session(seen(pushUp, 8), { day: 200 })).slot?.variance ?? 0
    expect(variance(100)).toBe(sameDay)
    expect(variance(95)).toBe(sameDay)
    expect(variance(101)).toBeGreaterThan(sameDay)
    expect(variance(130)).toBeGreaterThan(variance(101))
  })
})
