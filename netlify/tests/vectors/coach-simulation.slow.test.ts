import { describe, expect, it } from 'vitest'
import { coachLibrary } from '#local/vectors/coach-library.js'
import { archetypes } from '../../bench/coach-simulation/archetypes.js'
import { type Measures, measure } from '../../bench/coach-simulation/measures.js'
import { coachRegimes, coachWithOneGaussian, otherRegimes } from '../../bench/coach-simulation/regimes.js'
import { follow, type Regime } from '../../bench/coach-simulation/run.js'

const library = coachLibrary()
const weeks = 6

/** The measures of every athlete under a policy, for one seed and half of the weeks. */
function measured(name: string): Measures[] {
  return archetypes.map((archetype) => measure(follow(archetype, regimeOf(name), { seed: 'seed 1', weeks, library })))
}

function regimeOf(name: string): Regime {
  const found = [...coachRegimes, ...coachWithOneGaussian, ...otherRegimes].find((regime) => regime.name === name)
  if (!found) throw new Error(`there is no policy ${name}`)
  return found
}

const average = (all: readonly Measures[], of: keyof Measures) =>
  all.reduce((total, one) => total + one[of], 0) / all.length

const exact = measured('coach, exact')
const reserve = measured('coach, reserve rule')
const former = measured('former')
const withOneGaussian = measured('coach, reserve rule, one-gaussian')

// what twelve weeks have to show stands in `coach/acceptance.slow.test.ts`
describe.each([
  ['exactly', exact],
  ['by the reserve rule', reserve],
])('the coach, followed %s', (_, all) => {
  it('makes athletes stronger than what came before it', () => {
    expect(average(all, 'gained')).toBeGreaterThan(1.3 * average(former, 'gained'))
  })

  it('never trains the same muscles two days running, nor nothing', () => {
    for (const { emptyDays, twoDaysRunning } of all) expect([emptyDays, twoDaysRunning]).toEqual([0, 0])
  })

  it('raises the load without leaps: hardly a spike above 1.3', () => {
    expect(average(all, 'largeSpikes')).toBeLessThanOrEqual(0.5)
  })
})

describe('the second model of the ability', () => {
  it('serves the coach no worse than the first', () => {
    expect(average(reserve, 'gained')).toBeGreaterThan(0.98 * average(withOneGaussian, 'gained'))
    expect(average(reserve, 'estimateError')).toBeLessThan(average(withOneGaussian, 'estimateError'))
  })
})

it('the simulation gives the same journey for the same seed', () => {
  const [archetype] = archetypes
  if (!archetype) throw new Error('there are no athletes')
  const once = () => follow(archetype, regimeOf('coach, reserve rule'), { seed: 'seed 1', weeks: 2, library })
  expect(once().sessions).toEqual(once().sessions)
})
