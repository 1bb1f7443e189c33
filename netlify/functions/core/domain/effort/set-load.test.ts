import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { setLoad, timeUnderTension } from './set-load.js'

describe('timeUnderTension', () => {
  it('is 72 s for 8 reps at 3-2-3-1', () => {
    expect(timeUnderTension(8, '3-2-3-1', rulesInForce)).toBe(72)
  })

  it('counts X as no time: 10 s for 5 reps at 1-0-X-0', () => {
    expect(timeUnderTension(5, '1-0-X-0', rulesInForce)).toBe(10)
  })

  it('throws for reps of an exercise that is held', () => {
    expect(() => timeUnderTension(5, 'hold', rulesInForce)).toThrow(RangeError)
  })
})

describe('setLoad', () => {
  const athlete = { bodyMassKg: 75, addedKg: 0 }

  it('is 480 kg x reps and 2400 kg x s for ten push-ups at a body mass of 75 kg', () => {
    const load = setLoad({ ...athlete, bodyMassFraction: 0.64, tempo: '2-1-2-0', amount: { reps: 10 } }, rulesInForce)
    expect(load.volumeLoadKgReps).toBeCloseTo(480, 9)
    expect(load.timeLoadKgSeconds).toBeCloseTo(2400, 9)
  })

  it('is 453 kg x reps and 1812 kg x s for six pull-ups with 5 kg added', () => {
    const load = setLoad(
      { ...athlete, addedKg: 5, bodyMassFraction: 0.94, tempo: '2-0-1-1', amount: { reps: 6 } },
      rulesInForce,
    )
    expect(load.volumeLoadKgReps).toBeCloseTo(453, 9)
    expect(load.timeLoadKgSeconds).toBeCloseTo(1812, 9)
  })

  it('is 1500 kg x s without a volume load for a support hold of 20 s', () => {
    const load = setLoad(
      { ...athlete, bodyMassFraction: 1, tempo: 'hold', amount: { durationSeconds: 20 } },
      rulesInForce,
    )
    expect(load).toEqual({ volumeLoadKgReps: null, timeLoadKgSeconds: 1500 })
  })

  it('is lower with assistance, which is a negative added weight', () => {
    const load = setLoad(
      { ...athlete, addedKg: -20, bodyMassFraction: 1, tempo: '1-0-1-0', amount: { reps: 1 } },
      rulesInForce,
    )
    expect(load).toEqual({ volumeLoadKgReps: 55, timeLoadKgSeconds: 110 })
  })

  it('is zero when the assistance exceeds the mass that is moved', () => {
    const load = setLoad(
      { ...athlete, addedKg: -80, bodyMassFraction: 1, tempo: '1-0-1-0', amount: { reps: 1 } },
      rulesInForce,
    )
    expect(load).toEqual({ volumeLoadKgReps: 0, timeLoadKgSeconds: 0 })
  })
})
