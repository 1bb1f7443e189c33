import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { type AbilityObservation, measure, standardisedResidual } from './measurement.js'
import { updateAbility, updateAbilityConfirmed } from './update-ability.js'

const reps = (difficulty: number, defaultAmount: number, actual: number, rpe: number | null): AbilityObservation => ({
  metric: 'reps',
  difficulty,
  defaultAmount,
  actual,
  rpe,
  failed: false,
})

const hold: AbilityObservation = { ...reps(3, 20, 20, 8), metric: 'duration' }
const unratedFailure: AbilityObservation = { ...reps(3, 8, 6, null), failed: true }
const hundred = reps(3.1, 8, 100, 8)

describe('updateAbility in the worked examples', () => {
  it.each([
    ['learns from five pull-ups at RPE 8', 2, 0.25, reps(3.15, 6, 5, 8), 2.96691, 0.06465],
    ['learns from twelve push-ups without RPE', 2, 0.25, reps(2, 10, 12, null), 2.45457, 0.10967],
    ['learns from a hold of 20 s at RPE 8', 3, 0.06, hold, 3.0687, 0.03739],
    ['learns from six of eight reps without RPE', 3, 0.05, unratedFailure, 2.93132, 0.03806],
  ])('%s', (_, mean, variance, observation, expectedMean, expectedVariance) => {
    const { ability, held } = updateAbility({ mean, variance }, [observation], rulesInForce)
    expect(ability.mean).toBeCloseTo(expectedMean, 5)
    expect(ability.variance).toBeCloseTo(expectedVariance, 5)
    expect(held).toEqual([])
  })

  it('holds a hundred reps at RPE 8 and changes nothing', () => {
    const before = { mean: 3.2, variance: 0.054 }
    expect(standardisedResidual(before, measure(hundred, rulesInForce), rulesInForce)).toBeCloseTo(7.16, 2)
    expect(updateAbility(before, [hundred], rulesInForce)).toEqual({ ability: before, held: [0], review: [0] })
  })
})

describe('a held observation', () => {
  const known = { mean: 3.2, variance: 0.05 }

  it('does not keep the others from being used', () => {
    const usual = reps(3.2, 8, 8, 8)
    const both = updateAbility(known, [hundred, usual], rulesInForce)
    expect(both.held).toEqual([0])
    expect(both.ability).toEqual(updateAbility(known, [usual], rulesInForce).ability)
  })

  it('is not for review when it is an easy set far below the ability', () => {
    expect(updateAbility(known, [reps(1, 10, 5, null), hundred], rulesInForce)).toMatchObject({
      held: [0, 1],
      review: [1],
    })
  })

  it('counts once it is confirmed', () => {
    const again = updateAbilityConfirmed(known, [hundred], rulesInForce)
    expect(again.held).toEqual([])
    expect(again.ability.mean).toBeGreaterThan(5)
  })
})

describe('a set that is held', () => {
  const known = { mean: 3, variance: 0.01 }
  const reviewOf = (set: AbilityObservation) => updateAbility(known, [set], rulesInForce)

  it.each<[string, AbilityObservation, number[]]>([
    ['is for the athlete to look at when it was measured far below', reps(3, 30, 1, 10), [0]],
    ['is for the athlete to look at when it says "at least" far above', reps(3, 8, 100, null), [0]],
    ['is not when it says "at least" far below', reps(3, 30, 1, null), []],
  ])('%s', (_, set, review) => {
    expect(reviewOf(set)).toMatchObject({ held: [0], review })
  })
})

it('updateAbility uses only the largest lower bound', () => {
  const known = { mean: 2, variance: 0.25 }
  const largest = reps(2, 10, 12, null)
  const all = updateAbility(known, [reps(2, 10, 5, null), largest, reps(2, 10, 9, null)], rulesInForce)
  expect(all.ability).toEqual(updateAbility(known, [largest], rulesInForce).ability)
})

describe('updateAbility, for any observations', () => {
  const observation: fc.Arbitrary<AbilityObservation> = fc.record({
    metric: fc.constantFrom('reps' as const, 'duration' as const),
    difficulty: fc.double({ min: 0, max: 6, noNaN: true }),
    defaultAmount: fc.integer({ min: 1, max: 120 }),
    actual: fc.nat(500),
    rpe: fc.option(fc.integer({ min: 2, max: 20 }).map((halves) => halves / 2)),
    failed: fc.boolean(),
  })
  const ability = fc.record({
    mean: fc.double({ min: -1, max: 7, noNaN: true }),
    variance: fc.double({ min: 0.001, max: 1, noNaN: true }),
  })

  it('stays finite and never becomes less certain', () =>
    fc.assert(
      fc.property(ability, fc.array(observation, { maxLength: 6 }), (before, observations) => {
        const { ability: after } = updateAbility(before, observations, rulesInForce)
        expect(Number.isFinite(after.mean)).toBe(true)
        expect(after.variance).toBeGreaterThan(0)
        expect(after.variance).toBeLessThanOrEqual(before.variance + 1e-12)
      }),
    ))

  it('does not depend on the order of the observations', () =>
    fc.assert(
      fc.property(ability, fc.array(observation, { maxLength: 6 }), (before, observations) => {
        const forth = updateAbility(before, observations, rulesInForce).ability
        const back = updateAbility(before, observations.toReversed(), rulesInForce).ability
        expect(back.mean).toBeCloseTo(forth.mean, 9)
        expect(back.variance).toBeCloseTo(forth.variance, 9)
      }),
    ))

  it('changes nothing without observations', () => {
    expect(updateAbility({ mean: 2, variance: 0.3 }, [], rulesInForce)).toEqual({
      ability: { mean: 2, variance: 0.3 },
      held: [],
      review: [],
    })
  })
})
