import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { idOf } from '#tests/support/ids.js'
import { recordCheckIn } from './check-in.js'
import { lnRmssd, ownBaseline, restingHeartRate } from './own-baseline.js'

const today = '2026-11-22'

function checkIn(daysAgo: number, said: { restingHeartRateBpm?: number; hrvRmssdMs?: number; sleep?: number }) {
  const date = addDays(today, -daysAgo)
  return recordCheckIn(idOf.checkIn(date), { date, ...said }, { now: new Date(`${date}T07:00:00Z`), today })
}

const bpm = (daysAgo: number, restingHeartRateBpm: number) => checkIn(daysAgo, { restingHeartRateBpm })
const week = [50, 52, 51, 53, 49, 50, 52].map((rate, index) => bpm(index + 1, rate))

describe('ownBaseline', () => {
  it("measures the distance from the athlete's own mean in sample deviations", () => {
    // mean 51, sample deviation 1.4142
    const { days, mean, z } = ownBaseline(bpm(0, 53), week, restingHeartRate, rulesInForce)
    expect([days, mean]).toEqual([7, 51])
    expect(z).toBeCloseTo(Math.SQRT2, 12)
  })

  it('counts the day 28 days ago, and none before it', () => {
    const daysWith = (daysAgo: number) =>
      ownBaseline(bpm(0, 54), [bpm(daysAgo, 90)], restingHeartRate, rulesInForce).days
    expect([28, 29].map(daysWith)).toEqual([1, 0])
  })

  it('leaves out the day itself', () => {
    const now = bpm(0, 90)
    expect(ownBaseline(now, [...week, now], restingHeartRate, rulesInForce)).toMatchObject({ days: 7, mean: 51 })
  })

  it('leaves out days without a value', () => {
    const silent = checkIn(8, { sleep: 4 })
    expect(ownBaseline(bpm(0, 54), [...week, silent], restingHeartRate, rulesInForce)).toMatchObject({
      days: 7,
      mean: 51,
    })
  })

  it('has no z-score when the day itself has no value', () => {
    const { mean, z } = ownBaseline(checkIn(0, { sleep: 4 }), week, restingHeartRate, rulesInForce)
    expect([mean, z]).toEqual([51, null])
  })

  it('has no z-score from six days, and one from seven', () => {
    expect(ownBaseline(bpm(0, 54), week.slice(1), restingHeartRate, rulesInForce).z).toBeNull()
    expect(ownBaseline(bpm(0, 54), week, restingHeartRate, rulesInForce).z).not.toBeNull()
  })

  it('has no z-score when all days were the same', () => {
    const same = week.map((one) => ({ ...one, restingHeartRateBpm: 50 }))
    expect(ownBaseline(bpm(0, 60), same, restingHeartRate, rulesInForce).z).toBeNull()
  })

  it('has no mean without a day before', () => {
    expect(ownBaseline(bpm(0, 60), [], restingHeartRate, rulesInForce)).toEqual({ days: 0, mean: null, z: null })
  })
})

describe('lnRmssd', () => {
  it('is the natural logarithm of the heart rate variability', () => {
    expect(lnRmssd(checkIn(0, { hrvRmssdMs: 60 }))).toBeCloseTo(4.0943, 4)
  })

  it('is null when none was measured', () => {
    expect(lnRmssd(checkIn(0, { sleep: 4 }))).toBeNull()
  })
})
