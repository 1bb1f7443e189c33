import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { idOf } from '#tests/support/ids.js'
import { recordCheckIn } from './check-in.js'
import type { DailyCheckIn } from './check-in.schema.js'
import { readinessOn, readinessScores } from './daily-readiness.js'

const today = '2026-11-22'

function checkIn(daysAgo: number, said: object): DailyCheckIn {
  const date = addDays(today, -daysAgo)
  return recordCheckIn(idOf.checkIn(date), { date, ...said }, { now: new Date(`${date}T07:00:00Z`), today })
}

const fine = { sleep: 4, fatigue: 4, stress: 3, soreness: 3 }
const heartRates = [50, 52, 51, 53, 49, 50, 52].map((bpm, index) => checkIn(index + 1, { restingHeartRateBpm: bpm }))

describe('readinessOn', () => {
  it('takes the check-in of the day, else the latest of the two days before', () => {
    const [now, before, old] = [0, 2, 3].map((days) => checkIn(days, fine))
    expect(
      readinessOn(
        today,
        [before, now, old].flatMap((one) => one ?? []),
        null,
        rulesInForce,
      ).checkIn,
    ).toBe(now)
    expect(
      readinessOn(
        today,
        [old, before].flatMap((one) => one ?? []),
        null,
        rulesInForce,
      ).checkIn,
    ).toBe(before)
    expect(
      readinessOn(
        today,
        [old].flatMap((one) => one ?? []),
        null,
        rulesInForce,
      ),
    ).toMatchObject({ score: null, checkIn: null })
  })

  it("compares the resting heart rate with the athlete's own days before, once seven are known", () => {
    const now = checkIn(0, { ...fine, restingHeartRateBpm: 54 })
    const known = readinessOn(today, [...heartRates, now], null, rulesInForce)
    // mean 51, sample deviation 1.4142
    expect(known.restingHeartRate).toMatchObject({ days: 7, mean: 51 })
    expect(known.restingHeartRate?.z).toBeCloseTo(3 / Math.SQRT2, 6)
    expect(known.score).toBe(54)
    expect(readinessOn(today, [...heartRates.slice(1), now], null, rulesInForce)).toMatchObject({
      restingHeartRate: { days: 6, z: null },
      score: 63,
    })
  })

  it('compares the heart rate variability by its logarithm', () => {
    const before = [60, 62, 58, 61, 59, 60, 63].map((ms, index) => checkIn(index + 1, { hrvRmssdMs: ms }))
    const low = readinessOn(today, [...before, checkIn(0, { ...fine, hrvRmssdMs: 55 })], null, rulesInForce)
    expect(low.heartRateVariability?.z).toBeLessThan(-2)
    expect(low.parts.find(({ part }) => part === 'heartRateVariability')?.value).toBeLessThan(30)
  })
})

it('readinessScores lists the last check-ins, oldest first', () => {
  const all = [checkIn(9, { sleep: 1 }), checkIn(5, { sleep: 3 }), checkIn(1, { pain: 2 }), checkIn(0, { sleep: 5 })]
  expect(readinessScores(all.toReversed(), 3, rulesInForce)).toEqual([50, null, 100])
})
