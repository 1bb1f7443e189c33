import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { optionsOf, runCommand } from '#infrastructure/command-line/run-command.js'
import { runProject } from './verify/run-project.js'
import { runAllSteps, runLane } from './verify/run-steps.js'
import { runOnMachinePostgres, type SecondRun, secondRuns } from './verify/second-postgres.js'
import { quickSteps } from './verify/steps.js'

const usage = `npm run verify [-- --quick | --machine-postgres=${secondRuns.join('|')}]`

/** Reads what is to run once more on the machine's PostgreSQL; null when nothing is. */
function secondRunOf(value: string | undefined): SecondRun | null {
  if (value === undefined) return null
  const chosen = secondRuns.find((one) => one === value)
  if (!chosen) throw new CommandError(exitCodes.usage, `--machine-postgres cannot be '${value}'. Usage: ${usage}`)
  return chosen
}

await runCommand(import.meta.url, async () => {
  const options = { quick: { type: 'boolean' }, 'machine-postgres': { type: 'string' } } as const
  const { values } = optionsOf(options, usage)
  const secondRun = secondRunOf(values['machine-postgres'])
  const counts = values.quick
    ? [await runLane(quickSteps), await runProject('unit')]
    : [await runAllSteps(), await runProject('unit'), await runProject('database'), await runProject('slow')]
  if (secondRun) counts.push(await runOnMachinePostgres(secondRun))
  const passed = counts.reduce((sum, count) => sum + count.passed, 0)
  const failed = counts.reduce((sum, count) => sum + count.failed, 0)
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? exitCodes.ok : exitCodes.found
})
