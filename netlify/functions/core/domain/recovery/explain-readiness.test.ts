import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { idOf } from '#tests/support/ids.js'
import { recordCheckIn } from './check-in.js'
import { readinessOn } from './daily-readiness.js'
import { explainReadiness } from './explain-readiness.js'

const today = '2026-11-22'
const all = (item: number) => ({ sleep: item, fatigue: item, stress: item, soreness: item })

function explained(said: object | null, pain: number | null = null) {
  const moment = { now: new Date(`${today}T07:00:00Z`), today }
  const checkIns = said ? [recordCheckIn(idOf.checkIn(1), said, moment)] : []
  return explainReadiness(readinessOn(today, checkIns, pain, rulesInForce), rulesInForce)
}

describe('the rule of explainReadiness', () => {
  it.each([
    ['the score when nobody was asked about pain', all(5), null, 'readiness.score'],
    ['the score when pain does not lower it', all(5), 3, 'readiness.score'],
    ['pain when it alone makes a green score amber', all(4), 4, 'readiness.pain_amber'],
    ['pain of 5, which is not red yet', all(5), 5, 'readiness.pain_amber'],
    ['pain of 6', all(5), 6, 'readiness.pain_red'],
    ['the score when it is amber anyway', all(3), 4, 'readiness.score'],
    ['nothing when heart rate is all that is known', { restingHeartRateBpm: 50 }, 6, 'readiness.unknown'],
    ['nothing when there is no check-in', null, 6, 'readiness.unknown'],
  ])('is %s', (_, said, pain, ruleId) => {
    expect(explained(said, pain).ruleId).toBe(ruleId)
  })
})

describe('the sentence of explainReadiness', () => {
  it.each([
    [all(4), null, 'Your readiness is 75 out of 100: train as planned.'],
    [all(3), null, 'Your readiness is 50 out of 100: consider one set less of each exercise.'],
    [
      all(2),
      null,
      'Your readiness is 25 out of 100: keep to mobility or technique, at RPE 6 at most, and seek advice if pain lasts.',
    ],
    [
      all(5),
      4,
      'Your readiness is 100 out of 100, and pain of 4 out of 10 was noted in the last 7 days: consider one set less of each exercise.',
    ],
    [
      all(5),
      6,
      'Your readiness is 100 out of 100, and pain of 6 out of 10 was noted in the last 7 days: keep to mobility or technique, at RPE 6 at most, and seek advice if pain lasts.',
    ],
    [
      { restingHeartRateBpm: 50 },
      null,
      'The check-in says nothing about sleep, fatigue, stress or soreness, and heart rate alone says too little.',
    ],
    [null, null, 'There is no check-in of today or of the last two days: check in, and readiness is known.'],
  ])('tells what to do after a check-in of %o and pain of %o', (said, pain, sentence) => {
    expect(explained(said, pain).explanation).toBe(sentence)
  })

  it('counts the sets to leave out when the rules take more than one', () => {
    const { selection } = rulesInForce
    const rules = {
      ...rulesInForce,
      selection: { ...selection, readiness: { ...selection.readiness, amberSetsLess: 2 } },
    }
    const day = { ...readinessOn(today, [], null, rules), score: 60, band: 'amber' } as const
    const checkIn = recordCheckIn(idOf.checkIn(1), all(3), { now: new Date(), today })
    expect(explainReadiness({ ...day, checkIn }, rules).explanation).toBe(
      'Your readiness is 60 out of 100: consider 2 sets less of each exercise.',
    )
  })
})

it('explainReadiness lists what the athlete said, with null for the rest', () => {
  expect(explained({ sleep: 4, restingHeartRateBpm: 54 }, 2).inputs).toEqual({
    sleep: 4,
    fatigue: null,
    stress: null,
    soreness: null,
    restingHeartRateBpm: 54,
    restingHeartRateZ: null,
    restingHeartRateDays: 0,
    hrvRmssdMs: null,
    heartRateVariabilityZ: null,
    heartRateVariabilityDays: 0,
    painMax7Days: 2,
  })
})
