import { parseArgs } from 'node:util'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { accuracyRow } from './simulation/accuracy.js'
import { pushLibrary } from './simulation/push-library.js'
import { type AccuracyRow, scenarios } from './simulation/scenarios.js'
import { simulate } from './simulation/simulate.js'

/**
 * Runs `npm run simulate -- --athletes 300 --seed 1`: prints how well the ability filter finds the
 * level of synthetic athletes, next to the published table. The athletes come from the same model
 * family as the filter: this checks consistency and robustness, and is no evidence about people.
 */
function main(): void {
  const { athletes, seed } = options()
  const library = pushLibrary()
  console.log(`${athletes} athletes, 24 weeks, seed ${seed}, ${library.length} exercises; errors in levels`)
  console.log(`${'scenario'.padEnd(30)}           RMSE week 1 / 4 / 12 / 24   bias 12   coverage week 4 / 12 / 24`)
  for (const scenario of scenarios) {
    const measured = accuracyRow(simulate(scenario, library, { athletes, weeks: 24, seed }, rulesInForce))
    console.log(line(`${scenario.id} ${scenario.title}`, 'here', measured))
    console.log(line('', 'published', scenario.published))
  }
}

function options(): { athletes: number; seed: number } {
  const { values } = parseArgs({
    options: { athletes: { type: 'string', default: '300' }, seed: { type: 'string', default: '1' } },
  })
  return { athletes: wholeNumber('athletes', values.athletes, 1), seed: wholeNumber('seed', values.seed, 0) }
}

function wholeNumber(name: string, text: string, min: number): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < min)
    throw new RangeError(`--${name} must be a whole number from ${min}, not "${text}".`)
  return value
}

function line(title: string, origin: string, { rmse, biasWeek12, coverage }: AccuracyRow): string {
  const errors = [rmse.week1, rmse.week4, rmse.week12, rmse.week24].map(twoDigits).join(' / ')
  const shares = [coverage.week4, coverage.week12, coverage.week24].map(twoDigits).join(' / ')
  return `${title.padEnd(30)} ${origin.padEnd(9)} ${errors}   ${twoDigits(biasWeek12).padStart(7)}   ${shares}`
}

function twoDigits(value: number): string {
  return value.toFixed(2)
}

try {
  main()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 2
}
