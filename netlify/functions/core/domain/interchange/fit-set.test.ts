import { describe, expect, it } from 'vitest'
import { fitSet } from './fit-set.js'

describe('fitSet', () => {
  it('of 41 s and 8 reps without weight is 41000, 8, 65535', () => {
    const raw = fitSet({ durationSeconds: 41, reps: 8, weightKg: null })
    expect(raw).toEqual({ duration: 41_000, repetitions: 8, weight: 65_535 })
  })

  it('tells nothing from zero', () => {
    expect(fitSet({ durationSeconds: null, reps: null, weightKg: 0 })).toEqual({
      duration: 0xffff_ffff,
      repetitions: 0xffff,
      weight: 0,
    })
  })
})
