import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import type { SessionLoads } from '#domain/load/performed-session.js'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { deriveTraining } from '#domain/training/derive.js'
import { nothingKnown, type TrainingDecision } from '#domain/training/training-state.js'
import { idOf } from '#tests/support/ids.js'
import { exercise, libraryWith, sessionOn } from '#tests/support/training-logs.js'
import { breaksOn, isBreak } from './breaks.js'
import { recordCheckIn } from './check-in.js'
import { deload } from './deload.js'
import { type DeloadSituation, deloadFacts } from './deload-facts.js'
import { explainTrigger } from './explain-deload.js'
import { explainBreak } from './explain-return.js'

const today = '2026-11-22'
const nothing: DeloadSituation = { state: nothingKnown, loads: [], checkIns: [], today }
const none = { Push: 0, Pull: 0, Squat: 0 }

function session(daysAgo: number, ...rpes: number[]): SessionLoads {
  const date = addDays(today, -daysAgo)
  return {
    id: date,
    date,
    completedAt: `${date}T18:00:00.000Z`,
    effort: { load: null, estimated: null },
    timeLoadKgSeconds: none,
    volumeLoadKgReps: 0,
    sets: none,
    rpes,
  }
}

const decided = (daysAgo: number, decision: TrainingDecision['decision']) =>
  ({ decision, on: addDays(today, -daysAgo) }) as TrainingDecision

describe('deloadFacts', () => {
  it('counts the regressions of the last seven days', () => {
    const decisions = [decided(7, 'regress'), decided(6, 'regress'), decided(0, 'regress'), decided(1, 'hold')]
    expect(deloadFacts({ ...nothing, state: { ...nothingKnown, decisions } }, rulesInForce).regressions7Days).toBe(2)
  })

  it('takes the mean RPE of each of the last two weeks', () => {
    expect(
      deloadFacts({ ...nothing, loads: [session(8, 9, 10), session(1, 8), session(0, 10)] }, rulesInForce).weeklyRpe,
    ).toEqual([9.5, 9])
  })

  it('gives null for a week without a rating', () => {
    expect(deloadFacts({ ...nothing, loads: [session(8), session(1, 8)] }, rulesInForce).weeklyRpe).toEqual([null, 8])
  })

  it('scores the last three check-ins', () => {
    const checkIns = [1, 2, 3, 4].map((daysAgo) => {
      const date = addDays(today, -daysAgo)
      return recordCheckIn(idOf.checkIn(date), { date, sleep: daysAgo }, { now: new Date(), today })
    })
    expect(deloadFacts({ ...nothing, checkIns }, rulesInForce).readiness).toEqual([50, 25, 0])
  })

  it('counts the finished weeks with training since the last deload', () => {
    // today is a Sunday: its own week still runs
    const loads = [0, 7, 14, 15, 28, 35, 42].map((daysAgo) => session(daysAgo))
    expect(deloadFacts({ ...nothing, loads }, rulesInForce).weeksSinceDeload).toBe(5)
    const deloads = [{ startsOn: addDays(today, -34), endsOn: addDays(today, -28) }]
    expect(deloadFacts({ ...nothing, loads, state: { ...nothingKnown, deloads } }, rulesInForce).weeksSinceDeload).toBe(
      2,
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

describe('breaksOn', () => {
  const library = libraryWith(exercise('push-up'), exercise('pull-up', { category: 'Pull' }))
  const sessions = [
    sessionOn(addDays(today, -30), { exercise: 'push-up', actual: [5] }),
    sessionOn(addDays(today, -13), { exercise: 'pull-up', actual: [5] }),
  ]
  const breaks = breaksOn(deriveTraining({ sessions, directives: [] }, library, ruleBook), today, rulesInForce)

  it('gives the gap and the way back for every category that was trained', () => {
    expect(
      breaks.map(({ category, gapDays, factor, weeklySetMultipliers }) => [
        category,
        gapDays,
        factor,
        weeklySetMultipliers,
      ]),
    ).toEqual([
      ['Push', 30, 0.7, [0.5, 0.7, 0.8, 0.9]],
      ['Pull', 13, 1, []],
    ])
    expect(breaks.map(isBreak)).toEqual([true, false])
  })

  it('is explained in a sentence for each category', () => {
    expect(breaks.map(explainBreak)).toEqual([
      'You last trained Push 30 days ago: come back with 50 %, 70 %, 80 %, 90 % of the sets, week by week. Targets start at 70 % of what they were.',
      'You last trained Pull 13 days ago: go on where you were.',
    ])
  })
})
