import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import type { PainSite } from '#domain/library/vocabulary.js'
import type { PerCategory, SessionLoads } from '#domain/load/performed-session.js'
import { recordCheckIn } from '#domain/recovery/check-in.js'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import type { LoggedSession } from '#domain/training/training-log.js'
import { idOf } from '#tests/support/ids.js'
import { exercise, libraryWith, sessionOn, type Work } from '#tests/support/training-logs.js'
import type { Situation } from './evidence/evidence.js'
import { explainFlag, type FlagSubject } from './explain-flag.js'
import { raiseWarnings } from './raise-warnings.js'
import type { FlagCode } from './warning-flag.js'

const today = '2026-11-22'
const ago = (days: number) => addDays(today, -days)
const library = libraryWith(
  exercise('push-up'),
  exercise('pull-up', { category: 'Pull' }),
  exercise('archer-push-up', { unilateral: true }),
)
const nothing: Situation = {
  trainingLog: { sessions: [], directives: [] },
  library,
  loads: [],
  checkIns: [],
  today,
  ruleBook,
}

const pushUps = (more: Partial<Work> = {}): Work => ({ exercise: 'push-up', actual: [8, 8, 8], ...more })
const trained = (...sessions: LoggedSession[]): Situation => ({ ...nothing, trainingLog: { sessions, directives: [] } })

function load(daysAgo: number, more: Partial<SessionLoads>): SessionLoads {
  const none: PerCategory = { Push: 0, Pull: 0, Squat: 0 }
  return {
    id: `${daysAgo}`,
    date: ago(daysAgo),
    completedAt: `${ago(daysAgo)}T18:00:00.000Z`,
    effort: { load: null, estimated: null },
    timeLoadKgSeconds: none,
    volumeLoadKgReps: 0,
    sets: none,
    rpes: [],
    ...more,
  }
}

const effort = (au: number) => ({ effort: { load: au, estimated: true } })

/** The warnings that a situation raises: code, severity, since when, and what about. */
function raised(situation: Situation): string[] {
  return raiseWarnings(situation, rulesInForce).warnings.map(
    ({ code, severity, since, category, exerciseId, painSite }) =>
      [code, severity, since, category, exerciseId, painSite].filter(Boolean).join(' '),
  )
}

it('raises nothing for an athlete who has no facts yet', () => {
  expect(raised(nothing)).toEqual([])
})

it('names the exercise of a warning in its explanation', () => {
  const session = (daysAgo: number, rpe: number) => sessionOn(ago(daysAgo), pushUps({ rpe }))
  const { overall, warnings } = raiseWarnings(
    trained(session(9, 7), session(7, 7), session(5, 7), session(1, 8.5)),
    rulesInForce,
  )
  const name = library.get('push-up')?.name
  expect(warnings[0]?.explanation).toBe(`The same work in ${name} felt like RPE 8.5, and like 7 before.`)
  expect(overall).toBe('amber')
})

describe('a warning of pain', () => {
  it('comes from pain above 5 in a set of the last 7 days', () => {
    const hurting = (daysAgo: number, pain: number) =>
      trained(sessionOn(ago(daysAgo), pushUps({ pain, painSite: 'elbow' })), sessionOn(today, pushUps()))
    expect(raised(hurting(6, 6))).toEqual([`PAIN_HIGH red ${ago(6)}`])
    expect(raised(hurting(7, 6))).toEqual([])
    expect(raised(hurting(6, 5))).toEqual([])
  })

  it('comes from a check-in as well', () => {
    const moment = { now: new Date(), today }
    const checkIns = [recordCheckIn(idOf.checkIn('id'), { date: ago(2), pain: 7 }, moment)]
    expect(raised({ ...nothing, checkIns })).toEqual([`PAIN_HIGH red ${ago(2)}`])
  })

  const session = (daysAgo: number, painSite: PainSite, pain = 4) =>
    sessionOn(ago(daysAgo), pushUps({ pain, painSite }))

  it('comes from one site that hurt in two of the last three sessions', () => {
    expect(raised(trained(session(9, 'wrist'), session(5, 'elbow', 1), session(1, 'wrist')))).toEqual([
      `PAIN_PERSISTENT red ${ago(9)} wrist`,
    ])
  })

  it('does not add up pain at different sites', () => {
    expect(raised(trained(session(9, 'wrist'), session(5, 'elbow'), session(1, 'knee')))).toEqual([])
  })

  it('ignores sessions that are weeks old', () => {
    expect(raised(trained(session(60, 'wrist'), session(50, 'wrist')))).toEqual([])
  })
})

describe('a warning of load', () => {
  const push = (daysAgo: number, kgSeconds: number) =>
    load(daysAgo, { timeLoadKgSeconds: { Push: kgSeconds, Pull: 0, Squat: 0 }, sets: { Push: 3, Pull: 0, Squat: 0 } })

  const before = [push(20, 3800), push(15, 4000), push(10, 3500)]

  it('names the session of the last week that exceeds its reference most', () => {
    expect(raised({ ...nothing, loads: [...before, push(5, 5000), push(2, 4600)] })).toEqual([
      `SESSION_SPIKE amber ${ago(5)} Push`,
    ])
  })

  it('ignores a session that is seven days old', () => {
    expect(raised({ ...nothing, loads: [...before, push(7, 9000), push(2, 4600)] })).toEqual([])
  })

  it('calls monotony amber when the week is heavier than the mean of the four weeks before, else info', () => {
    const weeks = (own: number) => [
      ...Array.from({ length: 28 }, (_, day) => load(34 - day, effort(day % 2 === 0 ? own : 0))),
      ...Array.from({ length: 7 }, (_, day) => load(6 - day, effort(100))),
    ]
    expect(raised({ ...nothing, loads: weeks(200) })).toEqual([`MONOTONY amber ${ago(6)}`])
    expect(raised({ ...nothing, loads: weeks(400) })).toEqual([`MONOTONY info ${ago(6)}`])
  })

  it("compares the strain with the athlete's own weeks once eight are known, and gives the load ratio as information", () => {
    const steady = (weeks: number) =>
      Array.from({ length: weeks * 2 }, (_, index) =>
        load(7 + 3 * index + Math.floor(index / 2), effort(100 + (index % 3))),
      )
    const hard = [0, 2, 4].map((daysAgo) => load(daysAgo, effort(500)))
    expect(raised({ ...nothing, loads: [...steady(9), ...hard] })).toEqual([
      `STRAIN amber ${ago(6)}`,
      `LOAD_RATIO info ${ago(6)}`,
    ])
    expect(raised({ ...nothing, loads: [...steady(6), ...hard] })).toEqual([`LOAD_RATIO info ${ago(6)}`])
  })

  it('weighs push sets against pull sets over the last four weeks', () => {
    const sets = (daysAgo: number, Push: number, Pull: number) => load(daysAgo, { sets: { Push, Pull, Squat: 0 } })
    expect(raised({ ...nothing, loads: [sets(27, 14, 9), sets(1, 14, 9)] })).toEqual([
      `PUSH_PULL_BALANCE info ${ago(27)}`,
    ])
    expect(raised({ ...nothing, loads: [sets(28, 14, 9), sets(1, 14, 9)] })).toEqual([])
  })
})

describe('a warning of performance', () => {
  const sides = (daysAgo: number, ...pairs: [number, number][]): LoggedSession => {
    const session = sessionOn(ago(daysAgo), { exercise: 'archer-push-up', actual: [], rpe: null })
    const [archer] = session.exercises
    const sets = pairs.flatMap(([left, right], index) =>
      (['left', 'right'] as const).map((side) => ({
        id: `${daysAgo} ${index} ${side}`,
        setNumber: index + 1,
        side,
        amount: side === 'left' ? left : right,
        rpe: null,
        weightKg: null,
        pain: null,
        painSite: null,
      })),
    )
    return { ...session, exercises: archer ? [{ ...archer, sets }] : [] }
  }

  it('comes from a side that is weaker three times in a row', () => {
    expect(raised(trained(sides(5, [9, 9], [8, 10]), sides(2, [8, 10], [7, 10])))).toEqual([
      `ASYMMETRY amber ${ago(5)} archer-push-up`,
    ])
    expect(raised(trained(sides(5, [8, 10]), sides(2, [10, 8], [7, 10])))).toEqual([])
  })

  it('comes from two sessions clearly below what the ability predicts', () => {
    const steady = [40, 36, 32, 28, 24, 20, 16, 12, 8].map((daysAgo) =>
      sessionOn(ago(daysAgo), pushUps({ actual: [10, 10, 10] })),
    )
    const weak = (daysAgo: number, reps: number) =>
      sessionOn(ago(daysAgo), pushUps({ actual: [reps, reps, reps], rpe: 10 }))
    expect(raised(trained(...steady, weak(4, 5), weak(1, 4)))).toEqual([`PERFORMANCE_DROP amber ${ago(4)} Push`])
    expect(raised(trained(...steady, weak(4, 9), weak(1, 4)))).toEqual([])
  })

  it('comes from the same work at a rising RPE', () => {
    const session = (daysAgo: number, rpe: number, actual = [8, 8, 8]) =>
      sessionOn(ago(daysAgo), pushUps({ rpe, actual }))
    expect(raised(trained(session(9, 7), session(7, 7), session(5, 7), session(1, 8.5)))).toEqual([
      `RPE_DRIFT amber ${ago(1)} push-up`,
    ])
    expect(raised(trained(session(9, 7), session(7, 7), session(5, 7, [9, 8, 8]), session(1, 8.5)))).toEqual([])
  })
})

it('explains every code with numbers and a sentence without gaps', () => {
  const codes: FlagCode[] = [
    'PAIN_HIGH',
    'PAIN_PERSISTENT',
    'SESSION_SPIKE',
    'MONOTONY',
    'STRAIN',
    'LOAD_RATIO',
    'PUSH_PULL_BALANCE',
    'ASYMMETRY',
    'PERFORMANCE_DROP',
    'RPE_DRIFT',
  ]
  const facts = {
    pain7Days: [2, 6],
    painLast3SameSite: [4, 0, 5],
    sessionLoad: 5000,
    prior30Days: [3800, 4000, 3500],
    priorLast3: [3800, 4000, 3500],
    monotony: 2.25,
    weekTotal: 1600,
    own4WeekMean: 1500,
    strain: 4200,
    strainHistory: [2000, 2200],
    ewmaRatio: 1.62,
    pushSets28Days: 30,
    pullSets28Days: 0,
    leftRight: [[8, 10]] as const,
    leftRightMetric: 'reps' as const,
    performanceZ: [-2.1, -2.4],
    rpeSameWork: [7, 7, 7, 8.5],
  }
  const subject: FlagSubject = { category: 'Push', exerciseName: 'Archer Push-up', painSite: 'elbow' }
  const explained = codes.map((code) => explainFlag(code, facts, subject, rulesInForce))
  expect(explained.find(({ ruleId }) => ruleId === 'warning.session_spike')).toMatchObject({
    inputs: { sessionLoad: 5000, reference: 4000, ratio: 1.25 },
    explanation:
      'A Push session was 25 % above the largest of the 30 days before it; in runners, such jumps went with more injuries.',
  })
  for (const { explanation, inputs, thresholds } of explained) {
    expect(explanation.length).toBeLessThanOrEqual(400)
    expect(explanation).not.toMatch(/undefined|null|NaN|unknown|diagnos/)
    expect(Object.keys(inputs).length).toBeGreaterThan(0)
    expect(Object.keys(thresholds).length).toBeGreaterThan(0)
  }
})
