import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { noteAbilities } from '#domain/training/ability-history.js'
import { deriveTraining } from '#domain/training/derive.js'
import type { LoggedSession } from '#domain/training/training-log.js'
import type { TrainingState } from '#domain/training/training-state.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { idOf } from '#tests/support/ids.js'
import { exercise, libraryWith, sessionOn, type Work } from '#tests/support/training-logs.js'
import { bestSetsOf } from './best-set.js'
import { explainForecast } from './explain-forecast.js'
import type { Goal } from './goal.js'
import { forecastGoal } from './goal-forecast.js'
import { goalPoints } from './goal-points.js'

// a Sunday, so that weeks end with it
const today = '2026-11-22'
const ago = (days: number) => addDays(today, -days)
const library = libraryWith(exercise('push-up'), exercise('archer-push-up', { difficulty: 3 }))

type Terms = Pick<Goal, 'kind' | 'exerciseId' | 'target' | 'deadline' | 'status'>
const reps = (target: number, more: Partial<Terms> = {}): Terms => ({
  kind: 'reps',
  exerciseId: idOf.exercise('push-up'),
  target,
  deadline: null,
  status: 'open',
  ...more,
})
const skill = reps(0, { kind: 'skill', exerciseId: idOf.exercise('archer-push-up'), target: null })
const consistency = reps(3, { kind: 'consistency', exerciseId: null })

const pushUps = (daysAgo: number, amount: number, more: Partial<Work> = {}) =>
  sessionOn(ago(daysAgo), { exercise: 'push-up', actual: [amount, amount - 1], ...more })

function situation(...sessions: LoggedSession[]) {
  const trainingLog = { sessions, directives: [] }
  const abilities = new Map()
  const after = ({ date }: LoggedSession, known: TrainingState) => noteAbilities(abilities, date, known, rulesInForce)
  const state = inOneGo(deriveTraining(trainingLog, library, ruleBook, { after }))
  return { bestSets: bestSetsOf(sessions, ''), library, today, state, abilities }
}

const values = (goal: Terms, ...sessions: LoggedSession[]) =>
  goalPoints(goal, situation(...sessions), rulesInForce).map(({ value }) => value)

describe('goalPoints', () => {
  it('are the best set of each of the last 8 weeks', () => {
    expect(values(reps(20), pushUps(56, 30), pushUps(55, 5), pushUps(8, 6), pushUps(7, 8), pushUps(0, 7))).toEqual([
      5, 8, 7,
    ])
  })

  it('leave out sets with assistance', () => {
    expect(values(reps(20), pushUps(3, 9, { weightKg: -10 }))).toEqual([])
  })

  it('leave out other exercises', () => {
    expect(values(reps(20, { exerciseId: idOf.exercise('archer-push-up') }), pushUps(3, 9))).toEqual([])
  })

  it('are, for a skill, the ability after the last session of each week', () => {
    const sessions = [pushUps(15, 8), pushUps(9, 9), pushUps(1, 14)]
    const known = situation(...sessions)
    const points = goalPoints(skill, known, rulesInForce)
    expect(points).toHaveLength(3)
    const early = situation(...sessions.slice(0, 1))
    expect(points[0]?.value).toBeCloseTo(early.state.categories.get('Push')?.ability.mean ?? Number.NaN, 9)
    expect(points[2]?.value).toBeCloseTo(known.state.categories.get('Push')?.ability.mean ?? Number.NaN, 9)
  })

  it('are, for consistency, the sessions of each finished week since the first', () => {
    // the sessions of the weeks that end 21, 14 and 7 days ago; the running one does not count yet
    expect(values(consistency, pushUps(22, 5), pushUps(21, 5), pushUps(8, 5), pushUps(0, 5))).toEqual([2, 0, 1])
  })
})

describe('forecastGoal', () => {
  const rising = [pushUps(21, 4), pushUps(14, 5), pushUps(7, 6), pushUps(0, 7)]

  it('projects the worked example', () => {
    const forecast = forecastGoal(reps(10, { deadline: addDays(today, 29) }), situation(...rising), rulesInForce)
    expect(forecast).toMatchObject({
      points: 4,
      best: 7,
      aim: 10,
      eta: { status: 'projected', etaDays: 21, optimisticDays: 21, pessimisticDays: 21, onTrack: true },
    })
  })

  it('aims at the difficulty of a skill, with the chance that the athlete can do it already', () => {
    const forecast = forecastGoal(skill, situation(...rising), rulesInForce)
    expect(forecast.aim).toBe(3)
    expect(forecast.pAtLeast).toBeGreaterThan(0)
    expect(forecast.pAtLeast).toBeLessThan(0.5)
  })

  it('is achieved for a goal that was reached, whatever the last weeks say', () => {
    expect(forecastGoal(reps(10, { status: 'reached' }), situation(), rulesInForce).eta).toEqual({
      status: 'achieved',
    })
  })

  it('is explained in a sentence for each outcome', () => {
    const told = (goal: Terms, ...sessions: LoggedSession[]) =>
      explainForecast(
        { ...goal, reachedOn: null },
        forecastGoal(goal, situation(...sessions), rulesInForce),
        today,
        rulesInForce,
      ).explanation
    expect(told(reps(10, { deadline: '2026-12-01' }), ...rising)).toBe(
      'At the pace of the last weeks you will be there on 2026-12-13, after your deadline of 2026-12-01.',
    )
    expect(told(reps(7), ...rising)).toContain('do it again')
    expect(told(reps(10))).toBe('A forecast needs values of 4 weeks over 14 days; so far there are 0.')
    expect(told(reps(10), ...rising.map((session, index) => ({ ...session, date: ago(7 * index) })))).toContain(
      'do not lead',
    )
    expect(told(reps(200), ...rising)).toContain('more than 365 days')
  })
})
