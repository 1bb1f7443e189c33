import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { idOf } from '#tests/support/ids.js'
import { exercise, libraryWith, sessionOn } from '#tests/support/training-logs.js'
import { deriveTraining } from './derive.js'
import type { Directive, GoalTerms, LoggedSession } from './training-log.js'

const [pushUp, dip] = [exercise('push-up'), exercise('dip')]
const library = libraryWith(pushUp, dip)

/** A goal that is set, changed to other terms, or dropped (null) in the morning of a day. */
const goalOn = (on: string, goal: GoalTerms | null): Directive => ({
  kind: 'goal',
  rulesVersion: rulesInForce.version,
  on,
  at: `${on}T08:00:00.000Z`,
  goalId: idOf.goal('goal'),
  goal,
})
const reps = (target: number, of = pushUp): GoalTerms => ({ kind: 'reps', exerciseId: of.id, target })
const skill: GoalTerms = { kind: 'skill', exerciseId: pushUp.id, target: null }

function standing(sessions: readonly LoggedSession[], ...directives: readonly Directive[]) {
  return inOneGo(deriveTraining({ sessions, directives }, library, ruleBook)).goals.get(idOf.goal('goal'))
}
const reachedOn = (...given: Parameters<typeof standing>) => standing(...given)?.reachedOn

describe('a goal that is changed after it was reached', () => {
  const sessions = [sessionOn('2026-11-05', { exercise: pushUp.id, actual: [7, 6] })]
  const changedTo = (goal: GoalTerms) => standing(sessions, goalOn('2026-11-01', reps(7)), goalOn('2026-11-10', goal))

  it('stays reached when it asks for the same as before', () => {
    expect(changedTo(reps(7))).toMatchObject({ setOn: '2026-11-01', reachedOn: '2026-11-05' })
  })

  it('is open again when it asks for more or for less', () => {
    expect(changedTo(reps(8))?.reachedOn).toBeNull()
    expect(changedTo(reps(6))?.reachedOn).toBeNull()
  })

  it('is open again when it asks for as much of another exercise', () => {
    expect(changedTo(reps(7, dip))?.reachedOn).toBeNull()
  })

  it('is open again when it is of another kind', () => {
    expect(changedTo({ ...reps(7), kind: 'hold' })?.reachedOn).toBeNull()
  })
})

it('a goal is gone when it is dropped', () => {
  expect(standing([], goalOn('2026-11-01', skill), goalOn('2026-11-03', null))).toBeUndefined()
})

describe('a goal of reps', () => {
  const set = goalOn('2026-11-05', reps(7))
  const done = (date: string, ...amounts: number[]) => sessionOn(date, { exercise: pushUp.id, actual: amounts })

  it('is reached by one set that has as many', () => {
    expect(reachedOn([done('2026-11-06', 5, 7)], set)).toBe('2026-11-06')
  })

  it('is not reached by sets that have fewer each', () => {
    expect(reachedOn([done('2026-11-06', 6, 6)], set)).toBeNull()
  })

  it('is reached on the day on which it is set', () => {
    expect(reachedOn([done('2026-11-05', 7)], set)).toBe('2026-11-05')
  })

  it('is reached when the exercise stands twice in a session, and one of them is enough', () => {
    const twice = sessionOn('2026-11-05', { exercise: pushUp.id, actual: [5] }, { exercise: pushUp.id, actual: [7] })
    expect(reachedOn([twice], set)).toBe('2026-11-05')
  })

  it('keeps the day of the first session that reached it', () => {
    expect(reachedOn([done('2026-11-05', 7), done('2026-11-07', 8)], set)).toBe('2026-11-05')
  })

  it('is not reached by a session before it was set', () => {
    expect(reachedOn([done('2026-11-04', 7)], set)).toBeNull()
  })

  it('is not reached by a session of a later day that was completed before it was set', () => {
    const ahead = { ...done('2026-11-06', 7), completedAt: '2026-11-05T07:00:00.000Z' }
    expect(reachedOn([ahead], set)).toBeNull()
    expect(reachedOn([ahead], set, { ...goalOn('2026-11-05', reps(6)), at: '2026-11-05T09:00:00.000Z' })).toBeNull()
    expect(reachedOn([ahead, done('2026-11-05', 7)], set)).toBe('2026-11-05')
  })

  it('is not reached by another exercise', () => {
    expect(reachedOn([sessionOn('2026-11-05', { exercise: dip.id, actual: [7] })], set)).toBeNull()
  })

  it('is not reached with assistance', () => {
    const assisted = sessionOn('2026-11-05', { exercise: pushUp.id, actual: [7], weightKg: -10 })
    expect(reachedOn([assisted], set)).toBeNull()
  })
})

describe('a goal of a skill', () => {
  const set = goalOn('2026-11-01', skill)
  const met = { exercise: pushUp.id, actual: [8, 8, 8] }
  const short = { exercise: pushUp.id, actual: [8, 8, 7] }

  it('is reached when every set meets the standard', () => {
    expect(reachedOn([sessionOn('2026-11-05', met)], set)).toBe('2026-11-05')
  })

  it('is not reached when one set falls short of the standard', () => {
    expect(reachedOn([sessionOn('2026-11-05', short)], set)).toBeNull()
  })

  it('is reached when the exercise stands twice in a session, and one of them meets the standard', () => {
    expect(reachedOn([sessionOn('2026-11-05', short, met)], set)).toBe('2026-11-05')
  })

  it('is not reached with assistance', () => {
    expect(reachedOn([sessionOn('2026-11-05', { ...met, weightKg: -10 })], set)).toBeNull()
  })
})

describe('a goal of consistency', () => {
  const twiceAWeek: GoalTerms = { kind: 'consistency', exerciseId: null, target: 2 }
  const monday = '2026-11-02'
  /** Twice in each of four weeks: on their first and on their last day. */
  const days = [0, 6, 7, 13, 14, 20, 21, 27].map((offset) => addDays(monday, offset))
  const reached = (trained: readonly string[], setOn = monday) =>
    reachedOn(
      trained.map((day) => sessionOn(day, { exercise: pushUp.id, actual: [5] })),
      goalOn(setOn, twiceAWeek),
    )

  it('is reached by the session that completes the fourth week in a row', () => {
    expect(reached(days)).toBe(addDays(monday, 27))
  })

  it('counts the week in which it was set when it was set on its Sunday', () => {
    expect(reached(days, addDays(monday, 6))).toBe(addDays(monday, 27))
  })

  it('does not count the weeks before it was set', () => {
    expect(reached(days, addDays(monday, 7))).toBeNull()
  })

  it.each([
    ['first', 0],
    ['second', 2],
    ['third', 4],
    ['last', 6],
  ])('is not reached when a session is missing in the %s of the four weeks', (_, at) => {
    expect(reached(days.toSpliced(at, 1))).toBeNull()
  })

  it('does not make up for one week with another', () => {
    const trainedMoreAtFirst = [...days.toSpliced(2, 1), addDays(monday, 3)]
    expect(reached(trainedMoreAtFirst)).toBeNull()
  })
})
