import { describe, expect, it } from 'vitest'
import { fitSet } from './fit-set.js'

describe('fitSet', () => {
  it('encodes 41 s, 8 reps and no weight as 41000, 8 and 65535', () => {
    const raw = fitSet({ durationSeconds: 41, reps: 8, weightKg: null })
    expect(raw).toEqual({ duration: 41_000, repetitions: 8, weight: 65_535 })
  })

  it('encodes a weight of 0 as 0, and missing values as invalid', () => {
    expect(fitSet({ durationSeconds: null, reps: null, weightKg: 0 })).toEqual({
      duration: 0xffff_ffff,
      repetitions: 0xffff,
      weight: 0,
    })
  })
})
