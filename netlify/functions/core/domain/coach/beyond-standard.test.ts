import { describe, expect, it } from 'vitest'
import type { Modifier } from '#domain/effort/modifier.schema.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { coachExercise } from '#local/vectors/coach-library.js'
import { ability, rung, rungRules } from '#tests/support/coach.js'
import { beyondStandard } from './beyond-standard.js'
import { chanceOf, standardOf } from './capacity.js'

const pullUp = coachExercise('pull-up')
const beyond = (mean: number, loadKg = 0, exercise = pullUp, last?: Modifier) =>
  beyondStandard(exercise, ability(mean), 3, { bodyMassKg: 75, loadKg }, rulesInForce, last)

describe('beyondStandard of a pull-up at 75 kg', () => {
  it.each([
    [3.6, 'load:2.5'],
    [3.8, 'load:7.5'],
    [4.2, 'load:17.5'],
  ])('at %f with 20 kg at hand is %s', (mean, modifier) => {
    expect(beyond(mean, 20).modifier).toBe(modifier)
  })

  it('tells by how many levels 2.5 kg make it harder at 3.6', () => {
    expect(beyond(3.6, 20).levels).toBeCloseTo(0.155, 3)
  })

  it.each([
    [3.5, 'none', 0],
    [3.8, 'tempo', 0.35],
    [4.2, 'tempo_pause', 0.55],
  ])('at %f without load is %s', (mean, modifier, levels) => {
    expect(beyond(mean)).toEqual({ modifier, levels })
  })

  it('takes all there is when it is not enough', () => {
    expect(beyond(5, 11).modifier).toBe('load:10')
  })

  it('goes slower with less than the smallest load', () => {
    expect(beyond(3.8, 2).modifier).toBe('tempo')
  })

  it('is never reduced below one rep by a load', () => {
    const { levels } = beyondStandard(pullUp, ability(3.8), 3, { bodyMassKg: 1, loadKg: 2.5 }, rulesInForce)
    // 6 reps at 3.1, and 0.7 levels above, down to one
    expect(levels).toBeCloseTo(Math.log(6) + 3.8 - pullUp.difficulty, 2)
  })
})

it('beyondStandard begins exactly at the chance that is asked for, and there alone', () => {
  const chance = (levels: number) =>
    chanceOf(pullUp, ability(3.7), { target: standardOf(pullUp), sets: 3, modifierLevels: levels }, rulesInForce)
  const from = (fitsFrom: number) =>
    beyondStandard(pullUp, ability(3.7), 3, { bodyMassKg: 75, loadKg: 0 }, rungRules({ fitsFrom })).modifier
  expect([from(chance(0)), from(chance(0) + 1e-9)]).toEqual(['tempo', 'none'])
  expect([from(chance(0.35)), from(chance(0.35) + 1e-9)]).toEqual(['tempo_pause', 'tempo'])
})

it('beyondStandard counts the levels of a load by the slope', () => {
  const steep = { ...rulesInForce, ability: { ...rulesInForce.ability, kappa: 2 } }
  const of = (rules: typeof steep, mean: number) =>
    beyondStandard(pullUp, ability(mean), 3, { bodyMassKg: 75, loadKg: 5 }, rules)
  // the same maximum at half the distance
  expect(of(steep, pullUp.difficulty + 0.5).levels).toBeCloseTo(of(rulesInForce, pullUp.difficulty + 1).levels / 2, 9)
})

describe('what was made harder lately', () => {
  const modifiers = (mean: number, last: Modifier) => [beyond(mean, 0, pullUp, last).modifier, beyond(mean).modifier]

  it('stays harder until the standard is out of reach again', () => {
    expect(modifiers(3.5, 'tempo')).toEqual(['tempo', 'none'])
    expect(modifiers(3.5, 'load:2.5')).toEqual(['tempo', 'none'])
    expect(modifiers(3.3, 'tempo')).toEqual(['none', 'none'])
    expect(beyond(3.5, 20, pullUp, 'load:5').modifier).toBe('load:2.5')
    expect(beyond(3.47, 20, pullUp, 'load:5').modifier).toBe('load:2.5')
  })

  it('keeps its pause in the same way, and gets none before it is due', () => {
    expect(modifiers(3.85, 'tempo_pause')).toEqual(['tempo_pause', 'tempo'])
    expect(modifiers(3.85, 'tempo')).toEqual(['tempo', 'tempo'])
    expect(modifiers(3.6, 'tempo_pause')).toEqual(['tempo', 'tempo'])
  })
})

describe('beyondStandard of others', () => {
  it('adds seconds to a hold, whatever there is to load it with', () => {
    const plank = rung('plank', 1, { metric: 'duration', defaults: [30], loadable: true })
    expect(beyond(3, 20, plank)).toEqual({ modifier: 'reps', levels: 0 })
  })

  it('goes slower where no load can be added', () => {
    expect(beyond(3.8, 20, { ...pullUp, loadable: false }).modifier).toBe('tempo')
  })

  it('asks for as many sets as are planned', () => {
    const sets = (count: number) =>
      beyondStandard(pullUp, ability(3.52), count, { bodyMassKg: 75, loadKg: 0 }, rulesInForce)
    expect(sets(1).modifier).toBe('tempo')
    expect(sets(3).modifier).toBe('none')
  })
})
