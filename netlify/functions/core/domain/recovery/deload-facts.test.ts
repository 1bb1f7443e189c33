import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { nothingKnown } from '#domain/training/training-state.js'
import { idOf } from '#tests/support/ids.js'
import { ago, loadsOf, today, weeksWithSessions } from '#tests/support/situations.js'
import { recordCheckIn } from './check-in.js'
import { deload } from './deload.js'
import { type DeloadSituation, deloadFacts } from './deload-facts.js'
import { explainTrigger } from './explain-deload.js'

const nothing: DeloadSituation = { state: nothingKnown, loads: [], checkIns: [], today }
const session = (daysAgo: number, ...rpes: number[]) => loadsOf(daysAgo, { rpes })

describe('deloadFacts', () => {
  it('counts the regressions of the last seven days', () => {
    const regressedOn = [7, 6, 0].map(ago)
    expect(deloadFacts({ ...nothing, state: { ...nothingKnown, regressedOn } }, rulesInForce).regressions7Days).toBe(2)
  })

  it('takes the mean RPE of each of the last two weeks', () => {
    expect(
      deloadFacts({ ...nothing, loads: [session(8, 9, 10), session(1, 8), session(0, 10)] }, rulesInForce).weeklyRpe,
    ).toEqual([9.5, 9])
  })

  it('gives null for a week without a rating', () => {
    expect(deloadFacts({ ...nothing, loads: [session(8), session(1, 8)] }, rulesInForce).weeklyRpe).toEqual([null, 8])
  })

  it('counts the week before from 13 to 7 days ago, and the last one from 6 days ago', () => {
    const loads = [session(14, 1), session(13, 6), session(7, 8), session(6, 9), session(0, 10)]
    expect(deloadFacts({ ...nothing, loads }, rulesInForce).weeklyRpe).toEqual([7, 9.5])
  })

  it('scores the last three check-ins', () => {
    const checkIns = [1, 2, 3, 4].map((daysAgo) => {
      const date = addDays(today, -daysAgo)
      return recordCheckIn(idOf.checkIn(date), { date, sleep: daysAgo }, { now: new Date(), today })
    })
    expect(deloadFacts({ ...nothing, checkIns }, rulesInForce).readiness).toEqual([50, 25, 0])
  })

  it('scores the check-in of today, and none of a day to come', () => {
    const checkIns = [today, addDays(today, 1)].map((date) =>
      recordCheckIn(idOf.checkIn(date), { date, sleep: 5 }, { now: new Date(), today: date }),
    )
    expect(deloadFacts({ ...nothing, checkIns }, rulesInForce).readiness).toEqual([100])
  })

  it('counts the finished weeks with training since the last deload', () => {
    // today is a Sunday: its own week still runs
    const weeks = weeksWithSessions(42, 35, 28, 15, 14, 7, 0)
    expect(deloadFacts({ ...nothing, state: { ...nothingKnown, weeks } }, rulesInForce).weeksSinceDeload).toBe(5)
    const deloads = [{ startsOn: addDays(today, -34), endsOn: addDays(today, -28) }]
    expect(deloadFacts({ ...nothing, state: { ...nothingKnown, weeks, deloads } }, rulesInForce).weeksSinceDeload).toBe(
      2,
    )
  })

  it('does not count the week that runs, whose Monday was six days ago', () => {
    const counted = (daysAgo: number) =>
      deloadFacts({ ...nothing, state: { ...nothingKnown, weeks: weeksWithSessions(daysAgo) } }, rulesInForce)
    expect([counted(6).weeksSinceDeload, counted(7).weeksSinceDeload]).toEqual([0, 1])
  })

  it.each([
    ['the later of two deloads', [-34, -20], 1],
    ['a deload that begins today', [0], 0],
    ['no deload that is only planned', [1], 4],
  ])('counts the weeks from %s on', (_, starts, counted) => {
    const weeks = weeksWithSessions(28, 21, 14, 7)
    const deloads = starts.map((days) => ({ startsOn: addDays(today, days), endsOn: addDays(today, days + 6) }))
    expect(deloadFacts({ ...nothing, state: { ...nothingKnown, weeks, deloads } }, rulesInForce).weeksSinceDeload).toBe(
      counted,
    )
  })

  it('gives the facts with which deload names its triggers', () => {
    const facts = deloadFacts({ ...nothing, loads: [session(8, 9), session(1, 9.1)] }, rulesInForce)
    const { triggers } = deload(facts, rulesInForce)
    expect(triggers.map((trigger) => explainTrigger(trigger, facts, rulesInForce))).toEqual([
      {
        trigger: 'high_rpe',
        ruleId: 'deload.high_rpe',
        inputs: { weekBeforeRpe: 9, lastWeekRpe: 9.1 },
        thresholds: { weeklyMeanMin: 9, weeks: 2 },
        explanation: 'Your sets were at RPE 9 and 9.1 on average in the last two weeks.',
      },
    ])
  })
})
