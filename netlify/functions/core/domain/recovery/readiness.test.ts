import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { type CheckIn, readiness, readinessParts } from './readiness.js'

describe('readiness', () => {
  const silent: CheckIn = {
    sleep: null,
    fatigue: null,
    stress: null,
    soreness: null,
    restingHeartRateZ: null,
    heartRateVariabilityZ: null,
    painMax7Days: null,
  }
  const all = (item: number) => ({ ...silent, sleep: item, fatigue: item, stress: item, soreness: item })

  it('is 59 and amber for answers of 4, 4, 3 and 3 and a resting heart rate of z = 1.5', () => {
    const checkIn = { ...silent, sleep: 4, fatigue: 4, stress: 3, soreness: 3, restingHeartRateZ: 1.5 }
    expect(readiness(checkIn, rulesInForce)).toEqual({ score: 59, band: 'amber' })
  })

  it('keeps its score with pain, but not its band', () => {
    expect(readiness({ ...all(5), painMax7Days: 6 }, rulesInForce)).toEqual({ score: 100, band: 'red' })
    expect(readiness({ ...all(5), painMax7Days: 4 }, rulesInForce)).toEqual({ score: 100, band: 'amber' })
    expect(readiness({ ...all(1), painMax7Days: 4 }, rulesInForce)).toEqual({ score: 0, band: 'red' })
    expect(readiness({ ...all(5), painMax7Days: 3 }, rulesInForce)).toEqual({ score: 100, band: 'green' })
  })

  it('is unknown without a wellness answer, whatever heart rate and pain are', () => {
    expect(readiness({ ...silent, restingHeartRateZ: 0, painMax7Days: 9 }, rulesInForce)).toEqual({
      score: null,
      band: null,
    })
  })

  it('counts a z-score only towards its bad side', () => {
    expect(readiness({ ...all(5), restingHeartRateZ: -2, heartRateVariabilityZ: 2 }, rulesInForce).score).toBe(100)
  })

  it('counts a z-score only up to three deviations', () => {
    expect(readiness({ ...all(5), restingHeartRateZ: 9, heartRateVariabilityZ: -9 }, rulesInForce).score).toBe(60)
  })

  it('gives each part its value from 0 to 100, and its weight', () => {
    const values = (heart: number) =>
      readinessParts({ ...all(4), restingHeartRateZ: heart, heartRateVariabilityZ: -heart }, rulesInForce)
    expect(values(1.5)).toEqual([
      { part: 'wellness', value: 75, weight: 0.6 },
      { part: 'restingHeartRate', value: 50, weight: 0.2 },
      { part: 'heartRateVariability', value: 50, weight: 0.2 },
    ])
    expect(values(0).map(({ value }) => value)).toEqual([75, 100, 100])
    expect(values(3).map(({ value }) => value)).toEqual([75, 0, 0])
  })

  it('takes the band from the rounded score', () => {
    expect(readiness(all(4), rulesInForce)).toEqual({ score: 75, band: 'green' })
    expect(readiness({ ...silent, sleep: 4, fatigue: 4, stress: 4, soreness: 3 }, rulesInForce)).toEqual({
      score: 69,
      band: 'amber',
    })
    expect(readiness(all(3), rulesInForce)).toEqual({ score: 50, band: 'amber' })
  })
})
