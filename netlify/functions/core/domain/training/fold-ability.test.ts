import { describe, expect, it } from 'vitest'
import type { LibraryFacts } from '#domain/library/library-facts.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { rules2026v1, rules2026v2 } from '#domain/rules/training-rules.js'
import { exercise, sessionOn, type Work } from '#tests/support/training-logs.js'
import { foldAbility, observationOf } from './fold-ability.js'
import type { CategoryStanding } from './training-state.js'

const pushUp = exercise('push-up')
const [before, today] = ['2026-11-01', '2026-11-05']

const known = (mean: number, variance: number, more: Partial<CategoryStanding> = {}): CategoryStanding => ({
  category: 'Push',
  ability: { mean, variance },
  hypotheses: null,
  observedOn: today,
  sessionsCount: 3,
  lastSessionOn: before,
  ...more,
})

/** A session of one exercise, folded into what is known. */
function fold(
  standing: CategoryStanding | undefined,
  work: Omit<Work, 'exercise'>,
  rules = rules2026v1,
  confirmed = false,
  more: Partial<LibraryFacts> = {},
) {
  const exercises = sessionOn(today, { exercise: pushUp.id, ...work }).exercises.map((logged) => ({
    exercise: logged,
    facts: { ...pushUp, ...more },
  }))
  return foldAbility(standing, 'Push', { date: today, exercises, confirmed, rules })
}

const noRating = { actual: [12], rpe: null, difficulty: 2, standard: [10, 6, 4] }
const usual = { actual: [8, 8, 8], rpe: 8, difficulty: 3.1, standard: [8] }
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

describe('a set without a rating beside one that failed', () => {
  const observed = (actual: number[], rules = rules2026v2, targets = [10, 10, 10]) => {
    const [logged] = sessionOn(today, { exercise: pushUp.id, actual, targets, rpe: null }).exercises
    return logged ? observationOf(logged, pushUp, rules) : null
  }

  it('is the maximum, because the athlete came to their limit', () => {
    expect(observed([10, 9, 8])).toMatchObject({ actual: 10, rpe: null, failed: true })
    expect(observed([9, 8, 10])).toMatchObject({ actual: 10, failed: true })
  })

  it('is at least so much when every set met its target', () => {
    expect(observed([10, 10, 10])).toMatchObject({ actual: 10, failed: false })
    expect(observed([10, 9, 8], rules2026v2, [8, 8, 8])).toMatchObject({ actual: 10, failed: false })
  })

  it('is at least so much under the rules of before', () => {
    expect(observed([10, 9, 8], rules2026v1)).toMatchObject({ actual: 10, failed: false })
  })
})

describe('foldAbility by the second model', () => {
  const handedOver = fold(known(3.2, 0.054), usual, rules2026v2).standing

  it('goes on from what the first one knew', () => {
    expect(handedOver.ability.mean).toBeGreaterThan(2.9)
    expect(handedOver.hypotheses?.[0].offsets).toHaveProperty(pushUp.id)
  })

  it('uses a set ten times too large, moves little, and puts it on the review list', () => {
    const uncapped = { ...rules2026v2, judging: { ...rules2026v2.judging, extrapolationLevelsMax: null } }
    const { standing, review } = fold(handedOver, { ...usual, actual: [100, 8, 8] }, uncapped)
    expect(review.map(({ exerciseId }) => exerciseId)).toEqual([pushUp.id])
    expect(standing.observedOn).toBe(today)
    expect(Math.abs(standing.ability.mean - handedOver.ability.mean)).toBeLessThan(0.3)
  })

  it('believes what is confirmed at once where it lies far above what was known, and does not ask again', () => {
    const far = { ...usual, difficulty: 3.8, actual: [100, 8, 8] }
    const { standing, review } = fold(handedOver, far, rules2026v2, true)
    expect(review).toEqual([])
    expect(standing.ability.mean).toBeGreaterThan(far.difficulty + 1)
    expect(fold(handedOver, far, rules2026v2).standing.ability.mean).toBeLessThan(far.difficulty + 0.5)
  })

  it('takes what is confirmed for no more than it says when it is confirmed again and again', () => {
    const hundred = { actual: [100], rpe: 9, difficulty: 2, standard: [10] }
    const confirm = (standing?: CategoryStanding) => fold(standing, hundred, rules2026v2, true).standing
    const { ability } = confirm(confirm(confirm(confirm(confirm()))))
    expect(ability.mean).toBeGreaterThan(3)
    expect(ability.mean).toBeLessThan(3.7)
  })

  it('keeps what is known and its day when every set was assisted', () => {
    const { standing } = fold({ ...handedOver, observedOn: before }, assisted, rules2026v2)
    expect(standing).toMatchObject({ ability: handedOver.ability, observedOn: before })
  })

  it('has observed nothing when every set of the first session was assisted', () => {
    expect(fold(undefined, assisted, rules2026v2).standing).toMatchObject({ ability: { mean: 1 }, observedOn: null })
  })

  it('learns nothing of a category from its core exercises', () => {
    const { standing } = fold(handedOver, usual, rules2026v2, false, { slot: 'core' })
    expect(standing).toMatchObject({ ability: handedOver.ability, sessionsCount: 5 })
    expect(fold(known(2, 0.25), usual, rules2026v1, false, { slot: 'core' }).standing.ability.mean).not.toBe(2)
  })

  it('hands its report back when a session of the first model follows', () => {
    const { standing } = fold(handedOver, usual, rules2026v1)
    expect(standing.hypotheses).toBeNull()
    expect(standing.ability.mean).toBeCloseTo(handedOver.ability.mean, 0)
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
