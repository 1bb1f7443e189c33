import { parseArgs } from 'node:util'
import { sum } from '#domain/values/statistics.js'
import { coachLibrary } from '#local/vectors/coach-library.js'
import { archetypes } from './coach-simulation/archetypes.js'
import { listFarBelow } from './coach-simulation/far-below.js'
import { measure } from './coach-simulation/measures.js'
import { coachRegimes, coachWithOneGaussian, otherRegimes } from './coach-simulation/regimes.js'
import { follow, type Journey } from './coach-simulation/run.js'
import { byAthleteTable, type MeasuredJourney, meanTable } from './coach-simulation/table.js'
import { writeTable } from './write-table.js'

/**
 * Runs `npm run simulate:coach -- --seeds 2 --weeks 12`: what synthetic athletes gain, do and fail
 * under the product's coach and under other policies, next to what was published. `--full` takes
 * twenty seeds, `--write` puts the tables into docs/simulation.md. Sets far below an athlete are listed
 * on the error output with why they were chosen. No evidence about people.
 */
function main(): void {
  const { seeds, weeks, write } = options()
  const library = coachLibrary()
  const regimes = [...otherRegimes, ...coachRegimes, ...coachWithOneGaussian]
  const measured: MeasuredJourney[] = []
  for (const regime of regimes) {
    const began = performance.now()
    for (const archetype of archetypes) {
      for (let seed = 1; seed <= seeds; seed += 1) {
        const journey = follow(archetype, regime, { seed: `seed ${seed}`, weeks, library })
        measured.push({ regime: regime.name, archetype: archetype.id, measures: measure(journey) })
        for (const line of farBelowLines(journey))
          console.error(`${regime.name}, ${archetype.id}, seed ${seed}: ${line}`)
      }
    }
    const perJourney = (performance.now() - began) / archetypes.length / seeds
    console.error(`${regime.name}: ${perJourney.toFixed(0)} ms for an athlete`)
  }
  const said = `${archetypes.length} athletes, seeds 1 to ${seeds}, ${weeks} weeks.`
  const lines = [said, '', ...meanTable(measured, regimes), '', ...byAthleteTable(measured, regimes, archetypes)]
  console.log(lines.join('\n'))
  if (write) writeTable('coach', lines)
}

/** Says which exercises were far below an athlete, how often, and why; nothing where no reason is given. */
function farBelowLines(journey: Journey): string[] {
  const told = listFarBelow(journey).filter(({ why }) => why !== 'the policy does not say')
  return [...Map.groupBy(told, ({ slug, why }) => `${slug}, ${why}`)].map(([what, all]) => {
    const [first] = all
    return `${sum(all.map(({ sets }) => sets))} sets of ${what}, first on day ${first?.day} (${first?.difficulty} at ${first?.level.toFixed(2)})`
  })
}

function options() {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '2' },
      weeks: { type: 'string', default: '12' },
      full: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  })
  return {
    seeds: values.full ? 20 : wholeNumber('seeds', values.seeds),
    weeks: wholeNumber('weeks', values.weeks),
    write: values.write,
  }
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1)
    throw new RangeError(`--${name} must be a whole number from 1, not "${text}".`)
  return value
}

try {
  main()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 2
}
