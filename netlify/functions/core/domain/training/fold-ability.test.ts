import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { exercise, sessionOn, type Work } from '#tests/support/training-logs.js'
import { abilityOn, foldAbility, observationOf } from './fold-ability.js'
import type { CategoryStanding } from './training-state.js'

const pushUp = exercise('push-up')
const [before, today] = ['2026-11-01', '2026-11-05']

const known = (mean: number, variance: number, more: Partial<CategoryStanding> = {}): CategoryStanding => ({
  category: 'Push',
  ability: { mean, variance },
  observedOn: today,
  sessionsCount: 3,
  lastSessionOn: before,
  ...more,
})

/** A session of one exercise, folded into what is known. */
function fold(standing: CategoryStanding | undefined, work: Omit<Work, 'exercise'>) {
  const exercises = sessionOn(today, { exercise: pushUp.id, ...work }).exercises.map((logged) => ({
    exercise: logged,
    facts: pushUp,
  }))
  return foldAbility(standing, 'Push', { date: today, exercises, confirmed: false, rules: rulesInForce })
}

const noRating = { actual: [12], rpe: null, difficulty: 2, standard: [10, 6, 4] }
const assisted = { ...noRating, weightKg: -10 }

describe('foldAbility', () => {
  it('raises the ability when twelve reps without a rating were done of a standard of ten', () => {
    const { standing } = fold(known(2, 0.25), noRating)
    expect(standing.ability.mean).toBeCloseTo(2.45457, 5)
    expect(standing.ability.variance).toBeCloseTo(0.10967, 5)
    expect(standing).toMatchObject({ observedOn: today, sessionsCount: 4, lastSessionOn: today })
  })

  it('counts the first session in a category', () => {
    expect(fold(undefined, noRating).standing).toMatchObject({ sessionsCount: 1, observedOn: today })
  })

  it('keeps the ability and its day when the only observation is held for review', () => {
    const standing = known(3.2, 0.054, { observedOn: before })
    const folded = fold(standing, { actual: [100], rpe: 8, difficulty: 3.1, standard: [8] })
    expect(folded.standing).toEqual({ ...standing, sessionsCount: 4, lastSessionOn: today })
    expect(folded.review.map(({ exerciseId }) => exerciseId)).toEqual([pushUp.id])
  })

  it('keeps the ability and its day when every set was assisted', () => {
    const standing = known(3.2, 0.054, { observedOn: before })
    expect(fold(standing, assisted).standing).toMatchObject({ ability: standing.ability, observedOn: before })
  })

  it('has observed nothing when every set of the first session was assisted', () => {
    expect(fold(undefined, assisted).standing).toMatchObject({ ability: { mean: 1, variance: 1 }, observedOn: null })
  })
})

describe('abilityOn', () => {
  it('takes 0.06 of a level away, and widens the variance, 24 days after the last observation', () => {
    const { mean, variance } = abilityOn(known(3, 0.05, { observedOn: '2026-10-12' }), today, rulesInForce)
    expect([mean, variance]).toEqual([expect.closeTo(2.94, 9), expect.closeTo(0.098, 9)])
  })

  it('does not age an ability that was never observed', () => {
    expect(abilityOn(known(1, 1, { observedOn: null }), today, rulesInForce)).toEqual({ mean: 1, variance: 1 })
  })
})

describe('observationOf', () => {
  const observed = (work: Omit<Work, 'exercise'>) =>
    sessionOn(today, { exercise: pushUp.id, ...work }).exercises.map((logged) =>
      observationOf(logged, pushUp, rulesInForce),
    )

  it('takes the most telling set, and the standard of the first set', () => {
    expect(observed({ ...noRating, actual: [8, 12, 10] })).toMatchObject([
      { actual: 12, difficulty: 2, defaultAmount: 10 },
    ])
  })

  it('is null when every set was assisted', () => {
    expect(observed(assisted)).toEqual([null])
  })
})
