import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import type { ToldMaximum } from '#domain/training/training-log.js'
import { athleteOn, coachExercise } from '#tests/support/coached.js'
import { sessionOn } from '#tests/support/training-logs.js'
import { capacityOf } from '../capacity.js'
import type { CoachAthlete } from '../coach-athlete.js'
import { estimateOf } from '../estimate.js'
import { dayOf } from './day-number.js'

const pushUp = coachExercise('push-up', { defaults: [10] })
const closeGrip = coachExercise('close-grip-push-up', { difficulty: 2.5 })
const pike = coachExercise('pike-push-up', { slot: 'vpush', ladder: 'handstand-push-up' })
const library = [pushUp, closeGrip, pike]
const today = '2026-11-27'

const told = (max: number, exercise = pushUp): ToldMaximum => ({
  exerciseId: exercise.id,
  max,
  standard: exercise.defaults[0] ?? 1,
  difficulty: exercise.difficulty,
})

const assessed = (level: number, maxima: readonly ToldMaximum[], on = '2026-11-20') => ({
  kind: 'assessment' as const,
  category: 'Push' as const,
  level,
  told: maxima,
  on,
  at: `${on}T08:00:00.000Z`,
  rulesVersion: rulesInForce.version,
})

const athleteWho = (level: number, ...maxima: readonly ToldMaximum[]) =>
  athleteOn(today, library, { sessions: [], directives: [assessed(level, maxima)] })

const known = (athlete: CoachAthlete, exercise = pushUp) =>
  estimateOf(exercise, {
    athlete,
    library: new Map(library.map((one) => [one.id, one])),
    day: dayOf(today),
    rules: rulesInForce,
  })

/** The most in one set that the coach expects. */
const most = (athlete: CoachAthlete) => Math.round(capacityOf(pushUp, known(athlete), 0, rulesInForce))

describe('the most of an exercise that an athlete told', () => {
  it('is a measure of that exercise, a tenth less and less sure than a set that was seen', () => {
    const athlete = athleteWho(2, told(22))
    expect(most(athlete)).toBeGreaterThanOrEqual(18)
    expect(most(athlete)).toBeLessThan(22)
    const seen = athleteOn(today, library, {
      sessions: [sessionOn('2026-11-20', { exercise: 'push-up', actual: [22], standard: [10], rpe: 10 })],
      directives: [assessed(2, [], '2026-11-19')],
    })
    expect(known(athlete).variance).toBeGreaterThan(known(seen).variance)
    expect(known(athlete).variance).toBeLessThan(known(athleteWho(2)).variance / 3)
    expect(athlete.exercises.get(pushUp.id)).toMatchObject({ told: 22, working: null, lastOn: null })
  })

  it('says of the exercises of its slot what a set would, and of other slots nothing', () => {
    const [with22, without] = [athleteWho(2, told(22)), athleteWho(2)]
    expect(known(with22, closeGrip).variance).toBeLessThan(known(without, closeGrip).variance)
    expect(known(with22, pike)).toEqual(known(without, pike))
    expect(with22.categories).toEqual(without.categories)
  })

  it('takes back what a level alone would promise', () => {
    expect(known(athleteWho(2, told(10))).mean).toBeLessThan(known(athleteWho(2)).mean - 0.3)
  })

  it('is left to the level when nothing was managed, or when it is far beyond what the exercise tells', () => {
    expect(known(athleteWho(0, told(0)))).toEqual(known(athleteWho(0)))
    expect(known(athleteWho(3, told(100)))).toEqual(known(athleteWho(3)))
    expect(known(athleteWho(3, told(1000)))).toEqual(known(athleteWho(3)))
  })

  it('never lifts anybody by more than a level above the exercise, whatever the level that they name', () => {
    expect(known(athleteWho(1, told(1000))).mean).toBeLessThan(pushUp.difficulty + 1)
  })

  it('fades with the sets of that exercise', () => {
    const trained = (sessions: number) => {
      const days = ['2026-11-21', '2026-11-23', '2026-11-25'].slice(0, sessions)
      const work = { exercise: 'push-up', actual: [9, 9, 9], standard: [10], rpe: 9 }
      const directives = [assessed(2, [told(22)])]
      return athleteOn(today, library, { sessions: days.map((day) => sessionOn(day, work)), directives })
    }
    const boasted = [0, 1, 2, 3].map((sessions) => most(trained(sessions)))
    expect(boasted).toEqual(boasted.toSorted((a, b) => b - a))
    expect(boasted[1]).toBeLessThan(15)
    expect(boasted[3]).toBeLessThan(13)
    expect(trained(1).exercises.get(pushUp.id)?.told).toBeNull()
  })

  it('is told anew by a later assessment, which puts aside what came before', () => {
    const directives = [assessed(3, [told(28)], '2026-11-18'), assessed(2, [told(12)], '2026-11-20')]
    expect(known(athleteOn(today, library, { sessions: [], directives }))).toEqual(known(athleteWho(2, told(12))))
  })
})
