import { describe, expect, it } from 'vitest'
import type { PainSite } from '#domain/library/vocabulary.js'
import { recordCheckIn } from '#domain/recovery/check-in.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { rules2026v1 } from '#domain/rules/training-rules.js'
import type { LoggedSession } from '#domain/training/training-log.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { idOf } from '#tests/support/ids.js'
import {
  ago,
  effort,
  effortsOf,
  loadsOf,
  nobody,
  pushed,
  residualsOf,
  sets,
  today,
  trained,
} from '#tests/support/situations.js'
import { sessionOn, type Work } from '#tests/support/training-logs.js'
import type { Situation } from './evidence/evidence.js'
import { raiseWarnings } from './raise-warnings.js'

const pushUps = (more: Partial<Work> = {}): Work => ({ exercise: 'push-up', actual: [8, 8, 8], ...more })

/** The warnings that a situation raises: code, severity, since when, and what about. */
function raised(situation: Situation): string[] {
  const efforts = effortsOf(situation.loads)
  return inOneGo(raiseWarnings({ ...situation, efforts }, rulesInForce)).warnings.map(
    ({ code, severity, since, category, exerciseId, painSite }) =>
      [code, severity, since, category, exerciseId, painSite].filter(Boolean).join(' '),
  )
}

it('raises nothing for an athlete who has no facts yet', () => {
  expect(raised(nobody)).toEqual([])
})

it('names the exercise of a warning in its explanation', () => {
  const session = (daysAgo: number, rpe: number) => sessionOn(ago(daysAgo), pushUps({ rpe }))
  const { overall, warnings } = inOneGo(
    raiseWarnings(trained(session(9, 7), session(7, 7), session(5, 7), session(1, 8.5)), rulesInForce),
  )
  const name = nobody.library.get(idOf.exercise('push-up'))?.name
  expect(warnings[0]?.explanation).toBe(`The same work in ${name} felt like RPE 8.5, and like 7 before.`)
  expect(overall).toBe('amber')
})

describe('a warning of pain', () => {
  it('comes from pain above 5 in a set of the last 7 days', () => {
    const hurting = (daysAgo: number, pain: number) =>
      trained(sessionOn(ago(daysAgo), pushUps({ pain, painSite: 'elbow' })), sessionOn(today, pushUps()))
    expect(raised(hurting(6, 6))).toEqual([`PAIN_HIGH red ${ago(6)} elbow`])
    expect(raised(hurting(7, 6))).toEqual([])
    expect(raised(hurting(6, 5))).toEqual([])
  })

  it('comes from a check-in as well, and says where it hurts', () => {
    const moment = { now: new Date(), today }
    const checkIns = [recordCheckIn(idOf.checkIn('id'), { date: ago(2), pain: 7, painSite: 'shoulder' }, moment)]
    expect(raised({ ...nobody, checkIns })).toEqual([`PAIN_HIGH red ${ago(2)} shoulder`])
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
  const before = [loadsOf(20, pushed(3800)), loadsOf(15, pushed(4000)), loadsOf(10, pushed(3500))]

  it('names the session of the last week that exceeds its reference most', () => {
    expect(raised({ ...nobody, loads: [...before, loadsOf(5, pushed(5000)), loadsOf(2, pushed(4600))] })).toEqual([
      `SESSION_SPIKE amber ${ago(5)} Push`,
    ])
  })

  it('ignores a session that is seven days old', () => {
    expect(raised({ ...nobody, loads: [...before, loadsOf(7, pushed(9000)), loadsOf(2, pushed(4600))] })).toEqual([])
  })

  it('calls monotony amber when the week is heavier than the mean of the four weeks before, else info', () => {
    const weeks = (own: number) => [
      ...Array.from({ length: 28 }, (_, day) => loadsOf(34 - day, effort(day % 2 === 0 ? own : 0))),
      ...Array.from({ length: 7 }, (_, day) => loadsOf(6 - day, effort(100))),
    ]
    expect(raised({ ...nobody, loads: weeks(200) })).toEqual([`MONOTONY amber ${ago(6)}`])
    expect(raised({ ...nobody, loads: weeks(400) })).toEqual([`MONOTONY info ${ago(6)}`])
  })

  it("compares the strain with the athlete's own weeks once eight are known, and gives the load ratio as information", () => {
    const steady = (weeks: number) =>
      Array.from({ length: weeks * 2 }, (_, index) =>
        loadsOf(7 + 3 * index + Math.floor(index / 2), effort(100 + (index % 3))),
      )
    const hard = [0, 2, 4].map((daysAgo) => loadsOf(daysAgo, effort(500)))
    expect(raised({ ...nobody, loads: [...steady(9), ...hard] })).toEqual([
      `STRAIN amber ${ago(6)}`,
      `LOAD_RATIO info ${ago(6)}`,
    ])
    expect(raised({ ...nobody, loads: [...steady(6), ...hard] })).toEqual([`LOAD_RATIO info ${ago(6)}`])
  })

  it('weighs push sets against pull sets over the last four weeks', () => {
    expect(raised({ ...nobody, loads: [loadsOf(27, sets(14, 9)), loadsOf(1, sets(14, 9))] })).toEqual([
      `PUSH_PULL_BALANCE info ${ago(27)}`,
    ])
    expect(raised({ ...nobody, loads: [loadsOf(28, sets(14, 9)), loadsOf(1, sets(14, 9))] })).toEqual([])
  })
})

describe('a warning of volume', () => {
  const weeks = (perWeek: number) => [7, 14, 21, 28, 35].map((daysAgo) => loadsOf(daysAgo, sets(perWeek, perWeek)))
  const week = (push: number, pull = push) => loadsOf(1, sets(push, pull))

  it('comes from more than 25 sets of a category in 7 days, and names the category with the most', () => {
    expect(raised({ ...nobody, loads: [week(26, 27)] })).toEqual([`VOLUME_HIGH amber ${ago(6)} Pull`])
    expect(raised({ ...nobody, loads: [week(25)] })).toEqual([])
    expect(raised({ ...nobody, loads: [week(13), loadsOf(7, sets(13, 13))] })).toEqual([])
  })

  it('comes from half as much again as the four weeks before, when it is more than 15 sets', () => {
    expect(raised({ ...nobody, loads: [...weeks(10), week(16, 10)] })).toEqual([`VOLUME_HIGH amber ${ago(6)} Push`])
    expect(raised({ ...nobody, loads: [...weeks(10), week(15, 10)] })).toEqual([])
    expect(raised({ ...nobody, loads: [...weeks(12), week(18, 12)] })).toEqual([])
    expect(raised({ ...nobody, loads: [...weeks(10), loadsOf(6, sets(16, 10))] })).toHaveLength(1)
  })

  it('does not take the first weeks of an athlete for what is usual', () => {
    expect(raised({ ...nobody, loads: [loadsOf(33, sets(6, 6)), week(20)] })).toEqual([])
    expect(raised({ ...nobody, loads: [loadsOf(34, sets(6, 6)), week(20)] })).toHaveLength(1)
  })

  it('is not known to the first rules', () => {
    const { warnings } = inOneGo(raiseWarnings({ ...nobody, loads: [week(42)] }, rules2026v1))
    expect(warnings).toEqual([])
  })
})

describe('a warning of performance', () => {
  const sides = (daysAgo: number, ...pairs: [number, number][]): LoggedSession => {
    const session = sessionOn(ago(daysAgo), { exercise: 'archer-push-up', actual: [], rpe: null })
    const [archer] = session.exercises
    const sets = pairs.flatMap(([left, right], index) =>
      (['left', 'right'] as const).map((side) => ({
        id: idOf.set(`${daysAgo} ${index} ${side}`),
        setNumber: index + 1,
        side,
        kind: 'working' as const,
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
    const followed = (...last: LoggedSession[]) => {
      const sessions = [...steady, ...last]
      return raised({ ...trained(...sessions), residuals: residualsOf(sessions, rulesInForce) })
    }
    expect(followed(weak(4, 5), weak(1, 4))).toEqual([`PERFORMANCE_DROP amber ${ago(4)} Push`])
    expect(followed(weak(4, 9), weak(1, 4))).toEqual([])
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
