import { parseArgs } from 'node:util'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { bias, coverage, reportedWeeks, rmse } from './simulation/accuracy.js'
import type { EstimatorName } from './simulation/estimators.js'
import { pushLibrary } from './simulation/push-library.js'
import { type Scenario, scenarios } from './simulation/scenarios.js'
import { type Sample, simulate } from './simulation/simulate.js'
import { writeTable } from './write-table.js'

const estimators = ['one-gaussian', 'elo', 'two-hypotheses'] as const satisfies readonly EstimatorName[]

/**
 * Runs `npm run simulate -- --athletes 15 --seeds 20 --seed 1`: how well three estimators find the
 * level of synthetic athletes, next to what was published. With `--write` the table goes into
 * docs/simulation.md. The athletes come from the same family as the models: this checks consistency
 * and robustness, and is no evidence about people.
 */
function main(): void {
  const { athletes, seeds, seed, write } = options()
  const library = pushLibrary()
  const size = { athletes, seeds, seed, weeks: 24 }
  const said = `${athletes} athletes for each of the seeds ${seed} to ${seed + seeds - 1}, ${library.length} exercises, errors in levels.`
  const rows = scenarios.flatMap((scenario) =>
    estimators.map((name) => row(scenario, name, simulate(scenario, library, size, name, rulesInForce))),
  )
  const table = [said, '', ...header, ...rows]
  console.log(table.join('\n'))
  if (write) writeTable('ability', table)
}

const header = [
  '| scenario | model | RMSE week 1 / 4 / 12 / 24 | bias week 1 / 4 / 12 / 24 | coverage week 1 / 4 / 12 / 24 | published: RMSE 12, coverage 12, RMSE 24 |',
  '|---|---|---|---|---|---|',
]

function row(scenario: Scenario, name: EstimatorName, samples: readonly Sample[]): string {
  const ofWeeks = (measure: (samples: readonly Sample[], week: number) => number | null, digits: number) =>
    reportedWeeks.map((week) => inDigits(measure(samples, week), digits)).join(' / ')
  const { week12, coverage12, week24 } = scenario.published[name]
  const published = `${inDigits(week12, 3)}, ${inDigits(coverage12, 2)}, ${inDigits(week24, 3)}`
  const title = name === estimators[0] ? `${scenario.id} ${scenario.title}` : ''
  return `| ${title} | ${name} | ${ofWeeks(rmse, 3)} | ${ofWeeks(bias, 2)} | ${ofWeeks(coverage, 2)} | ${published} |`
}

function inDigits(value: number | null, digits: number): string {
  return value === null ? 'none' : value.toFixed(digits)
}

function options() {
  const { values } = parseArgs({
    options: {
      athletes: { type: 'string', default: '15' },
      seeds: { type: 'string', default: '20' },
      seed: { type: 'string', default: '1' },
      write: { type: 'boolean', default: false },
    },
  })
  return {
    athletes: wholeNumber('athletes', values.athletes, 1),
    seeds: wholeNumber('seeds', values.seeds, 1),
    seed: wholeNumber('seed', values.seed, 0),
    write: values.write,
  }
}

function wholeNumber(name: string, text: string, min: number): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < min)
    throw new RangeError(`--${name} must be a whole number from ${min}, not "${text}".`)
  return value
}

try {
  main()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 2
}
