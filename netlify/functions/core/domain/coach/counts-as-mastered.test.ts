import { describe, expect, it } from 'vitest'
import { coachView, known, libraryOfRungs, rung, rungRules, standing, today } from '#tests/support/coach.js'
import type { CoachAthlete } from './coach-athlete.js'
import { countsAsMastered, isOpen } from './counts-as-mastered.js'

const pushUp = rung('push-up', 2)
const dip = rung('dip', 2.5, { slot: 'vpush' })
const planche = rung('tuck-planche', 1, { slot: 'skill', ladder: 'planche' })
const goal = rung('goal', 4, { prerequisites: [[pushUp.id, dip.id], [planche.id]] })
const library = libraryOfRungs(pushUp, dip, planche, goal)

const strong = new Map([['hpush', known(5)]] as const)
const mastered = (...exercises: readonly (typeof pushUp)[]): Partial<CoachAthlete> => ({
  exercises: new Map(exercises.map(({ id }) => [id, standing({ mastered: true })])),
})
const counts = (exercise: typeof pushUp, athlete: Partial<CoachAthlete>) =>
  countsAsMastered(exercise, coachView(athlete, library))
const opens = (athlete: Partial<CoachAthlete>) => isOpen(goal, coachView(athlete, library))

describe('countsAsMastered', () => {
  it('is true for what was mastered, however weak the athlete is now', () => {
    expect(counts(pushUp, { ...mastered(pushUp), slots: new Map([['hpush', known(0)]]) })).toBe(true)
  })

  it.each([
    [2.44, false],
    [2.46, true],
  ])('of a push-up at 2.0 for an ability of %f is %s: 90 %% to do the standard', (mean, expected) => {
    // 1.2816 sqrt(0.06 + 0.04 + 0.0225) = 0.4486
    expect(counts(pushUp, { slots: new Map([['hpush', known(mean)]]) })).toBe(expected)
  })

  it.each([
    [28, false],
    [29, true],
  ])('of a surely done exercise that was taken back %i days ago is %s', (days, expected) => {
    const exercises = new Map([[pushUp.id, standing({ regressedOn: today - days })]])
    expect(counts(pushUp, { slots: strong, exercises })).toBe(expected)
  })

  it('is true for a mastered exercise that was taken back today', () => {
    const exercises = new Map([[pushUp.id, standing({ mastered: true, regressedOn: today })]])
    expect(counts(pushUp, { exercises })).toBe(true)
  })

  it('is false for a skill that was never tried, by inference from strength', () => {
    expect(counts(planche, { categories: new Map([['Push', known(5)]]) })).toBe(false)
  })

  it('is true from exactly the certainty that is asked for', () => {
    const slots = new Map([['hpush', known(2)]] as const)
    const view = { ...coachView({ slots }, library), rules: rungRules({ countsFrom: 0.5 }) }
    expect(countsAsMastered(pushUp, view)).toBe(true)
  })

  it('is true for a skill whose ladder showed enough', () => {
    expect(counts(planche, { slots: new Map([['skill:planche', known(3)]]) })).toBe(true)
  })
})

describe('isOpen', () => {
  it('takes any one of a group', () => {
    expect(opens(mastered(pushUp, planche))).toBe(true)
    expect(opens(mastered(dip, planche))).toBe(true)
  })

  it('takes one of every group', () => {
    expect(opens(mastered(pushUp, dip))).toBe(false)
  })

  it('is true without prerequisites', () => {
    expect(isOpen(pushUp, coachView({}, library))).toBe(true)
  })
})
