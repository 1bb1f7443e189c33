import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { optionsOf, runCommand } from '#infrastructure/command-line/run-command.js'
import { startLocalPostgres } from './postgres.js'
import { findMachinePostgres } from './verify/machine-postgres.js'
import { runScript } from './verify/run-script.js'
import { quickSteps, type Step, steps } from './verify/steps.js'
import { type Counts, runTests } from './verify/test-run.js'

/** Runs checks, and prints one line for each; below a failed one it prints the output. */
async function runSteps(chosen: readonly Step[], environment: Record<string, string> = {}): Promise<Counts> {
  const results: StepResult[] = []
  for (const step of chosen) results.push(await runStep(step, environment))
  const count = (wanted: StepResult) => results.filter((result) => result === wanted).length
  return { passed: count('passed'), failed: count('failed') }
}

/** Runs every check, with a database for those that need one. */
async function runAllSteps(): Promise<Counts> {
  const scratch = await scratchServer()
  try {
    return await runSteps(steps, scratch.environment)
  } finally {
    await scratch.stop()
  }
}

type StepResult = 'passed' | 'failed' | 'not run'

async function runStep(step: Step, environment: Record<string, string>): Promise<StepResult> {
  const { name, script, args = [], needsDatabase } = step
  const { code, output, seconds } = await runScript(script, { args, environment: needsDatabase ? environment : {} })
  const result = resultOf(step, code)
  const line = `${name} (${seconds.toFixed(1)} s)`
  if (result === 'passed') console.log(mark.done(line))
  if (result === 'not run') console.log(`${mark.skipped(`not run: ${line}`)}\n${output}`)
  if (result === 'failed') console.log(`${mark.wrong(`${line}: npm run ${[script, ...args].join(' ')}`)}\n${output}`)
  return result
}

function resultOf({ needsNetwork = false }: Step, code: number | null): StepResult {
  if (code === exitCodes.ok) return 'passed'
  return needsNetwork && code === exitCodes.unreachable ? 'not run' : 'failed'
}

/** Returns the server that DATABASE_URL names, or starts one for the time of the checks. */
async function scratchServer(): Promise<{ environment: Record<string, string>; stop(): Promise<void> }> {
  if (process.env.DATABASE_URL) return { environment: {}, stop: async () => undefined }
  const dataFolder = mkdtempSync(join(tmpdir(), 'calistheniq-verify-'))
  const server = await startLocalPostgres({ dataFolder, temporary: true, settings: { fsync: 'off' } })
  return { environment: { DATABASE_URL: server.url }, stop: server.stop }
}

/**
 * Runs the tests of one project of vitest.config.ts, and prints how they went and how long they
 * took.
 */
async function runProject(
  project: 'unit' | 'database' | 'slow',
  environment: Record<string, string> = {},
): Promise<Counts> {
  const started = performance.now()
  const counts = await runTests(`test:${project}`, environment)
  const seconds = (performance.now() - started) / 1000
  const line = `${project} tests: ${counts.passed} passed, ${counts.failed} failed (${seconds.toFixed(1)} s)`
  console.log(counts.failed === 0 ? mark.done(line) : mark.wrong(line))
  return counts
}

/**
 * Runs the database tests once more on the PostgreSQL of this machine, if there is one, in
 * databases of their own.
 */
async function runOnMachinePostgres(): Promise<Counts> {
  const server = await findMachinePostgres()
  if (!server) {
    console.log(mark.skipped('database tests on a second PostgreSQL: none answers at 127.0.0.1:5432'))
    return { passed: 0, failed: 0 }
  }
  console.log(`database tests once more, on PostgreSQL ${server.version} at 127.0.0.1:5432`)
  return runProject('database', { TEST_DATABASE_URL: server.url })
}

await runCommand(import.meta.url, async () => {
  const options = { quick: { type: 'boolean' }, 'machine-postgres': { type: 'boolean' } } as const
  const { values } = optionsOf(options, 'npm run verify [-- --quick | --machine-postgres]')
  const counts = values.quick
    ? [await runSteps(quickSteps), await runProject('unit')]
    : [await runAllSteps(), await runProject('unit'), await runProject('database'), await runProject('slow')]
  if (values['machine-postgres']) counts.push(await runOnMachinePostgres())
  const passed = counts.reduce((sum, count) => sum + count.passed, 0)
  const failed = counts.reduce((sum, count) => sum + count.failed, 0)
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
})
