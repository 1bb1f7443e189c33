import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { sum } from '#domain/values/statistics.js'
import { bias, coverage, rmse } from '../../bench/simulation/accuracy.js'
import { pushLibrary } from '../../bench/simulation/push-library.js'
import { realisticScenario, type Scenario, scenarios } from '../../bench/simulation/scenarios.js'
import { type Sample, simulate } from '../../bench/simulation/simulate.js'

const library = pushLibrary()

type Model = 'one-gaussian' | 'two-hypotheses'

const simulateOnce = (scenario: Scenario, rules: TrainingRules, model: Model) =>
  simulate(scenario, library, { athletes: 6, weeks: 24, seed: 1, seeds: 6 }, model, rules)

const underRulesInForce = new Map<string, readonly Sample[]>()

/**
 * Simulates a scenario, and keeps the samples under the rules in force, which are the same each
 * time.
 */
function run(scenario: Scenario, rules: TrainingRules, model: Model = 'one-gaussian'): readonly Sample[] {
  if (rules !== rulesInForce) return simulateOnce(scenario, rules, model)
  const key = `${model} ${scenario.id}`
  const samples = underRulesInForce.get(key) ?? simulateOnce(scenario, rules, model)
  underRulesInForce.set(key, samples)
  return samples
}

const scenario = (id: string): Scenario => {
  const found = scenarios.find((candidate) => candidate.id === id)
  if (found === undefined) throw new Error(`there is no scenario ${id}`)
  return found
}

/** Joins all weeks after the first guess is forgotten, which are less noisy than a single week. */
const settled = (samples: readonly Sample[]) =>
  samples.filter(({ week }) => week >= 4).map((sample) => ({ ...sample, week: 0 }))
const settledError = (samples: readonly Sample[]) => rmse(settled(samples), 0)
const settledCoverage = (samples: readonly Sample[]) => coverage(settled(samples), 0) ?? 0

describe.each(['one-gaussian', 'two-hypotheses'] as const)('the model of %s', (model) => {
  it.each(scenarios.map((each) => [`${each.id} ${each.title}`, each] as const))(
    'estimates abilities as well as published in %s',
    (_, each) => {
      const samples = run(each, rulesInForce, model)
      const row = [1, 4, 12, 24].map((week) => rmse(samples, week).toFixed(2)).join(' / ')
      expect(rmse(samples, 12), row).toBeLessThan(each.published[model].week12 + 0.1)
      expect(rmse(samples, 24), row).toBeLessThan(each.published[model].week24 + 0.15)
    },
  )

  it('gives the same numbers for the same seed', () => {
    const once = () => simulateOnce(realisticScenario, rulesInForce, model)
    expect(once()).toEqual(once())
  })
})

describe('the second model', () => {
  const off = scenarios.filter(({ libraryDeviation }) => libraryDeviation > 0)
  const errors = (model: Model) => sum(off.map((each) => settledError(run(each, rulesInForce, model))))

  it('is ahead of the first where the library is off', () => {
    expect(errors('two-hypotheses')).toBeLessThan(errors('one-gaussian'))
  })

  it('holds the true ability nearly nine times in ten where the library is off', () => {
    expect(settledCoverage(run(realisticScenario, rulesInForce, 'two-hypotheses'))).toBeGreaterThan(0.8)
  })
})

describe('the first model', () => {
  it('errs on the safe side when effort is under-reported', () => {
    expect(bias(run(realisticScenario, rulesInForce), 12)).toBeLessThan(0)
  })

  it('does not err when effort is reported honestly', () => {
    expect(Math.abs(bias(run(scenario('A'), rulesInForce), 12))).toBeLessThan(0.05)
  })

  it('gives intervals that hold the true ability nine times in ten when the model is right', () => {
    expect(settledCoverage(run(scenario('A'), rulesInForce))).toBeGreaterThan(0.95)
    expect(settledCoverage(run(realisticScenario, rulesInForce))).toBeGreaterThan(0.85)
  })
})

describe('estimates get worse', () => {
  const { effort, ability } = rulesInForce

  it('when sets below RPE 5 count as unrated', () => {
    const easyAsUnrated = { ...rulesInForce, effort: { ...effort, easyRepsInReserve: 0 } }
    const before = run(realisticScenario, rulesInForce)
    const after = run(realisticScenario, easyAsUnrated)
    expect(settledError(after)).toBeGreaterThan(2 * settledError(before))
    expect(settledCoverage(after)).toBeLessThan(settledCoverage(before) - 0.4)
  })

  it('when the process noise is too small for fast learners', () => {
    const littleNoise = { ...rulesInForce, ability: { ...ability, driftVariancePerDay: 0.0004 } }
    const learners = scenario('E')
    const before = run(learners, rulesInForce)
    const after = run(learners, littleNoise)
    expect(settledError(after)).toBeGreaterThan(1.2 * settledError(before))
    expect(settledCoverage(after)).toBeLessThan(settledCoverage(before) - 0.15)
  })

  it('without an exercise-specific error', () => {
    const noSpecificError = { ...rulesInForce, ability: { ...ability, sigmaExercise: 0 } }
    const exact = scenario('A')
    expect(settledError(run(exact, noSpecificError))).toBeGreaterThan(1.1 * settledError(run(exact, rulesInForce)))
  })
})
