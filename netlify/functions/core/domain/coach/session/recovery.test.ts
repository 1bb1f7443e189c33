import { describe, expect, it } from 'vitest'
import { coachView } from '#tests/support/coach.js'
import type { SlotKey } from '../coach-exercise.js'
import { hasRecovered, setsYesterday } from './recovery.js'

const trainedWith = (key: SlotKey, sets: number, day = 99) => coachView({ hardSets: [{ day, key, sets }] })

describe('hasRecovered', () => {
  it('is no slot whose group had two hard sets yesterday', () => {
    expect(hasRecovered('hpush', trainedWith('hpush', 2))).toBe(false)
    expect(hasRecovered('vpush', trainedWith('hpush', 2))).toBe(false)
    expect(hasRecovered('hpull', trainedWith('hpush', 2))).toBe(true)
  })

  it('is a slot after a single hard set, or after two days', () => {
    expect(hasRecovered('hpush', trainedWith('hpush', 1))).toBe(true)
    expect(hasRecovered('hpush', trainedWith('hpush', 5, 98))).toBe(true)
    expect(hasRecovered('hpush', trainedWith('hpush', 5, 100))).toBe(true)
  })

  it('is always core, and any slot after a skill', () => {
    expect(hasRecovered('core', trainedWith('core', 5))).toBe(true)
    expect(hasRecovered('hpush', trainedWith('skill:planche', 5))).toBe(true)
  })
})

it('setsYesterday is the most of one entry, not their sum', () => {
  const entry = (key: SlotKey, sets: number) => ({ day: 99, key, sets })
  expect(
    setsYesterday('hpull', coachView({ hardSets: [entry('hpull', 1), entry('vpull', 3), entry('squat', 4)] })),
  ).toBe(3)
  expect(setsYesterday('hpull', coachView())).toBe(0)
  expect(setsYesterday('core', coachView({ hardSets: [entry('core', 3)] }))).toBe(3)
})
