import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { startLocalPostgres } from '#local/postgres.js'
import { runScript } from './run-script.js'
import { lanes, type Step } from './steps.js'
import type { Counts } from './test-run.js'

type Environment = Readonly<Record<string, string>>
type StepResult = 'passed' | 'failed' | 'not run'

/** Runs every check, with a database for those that need one, the lanes side by side. */
export async function runAllSteps(): Promise<Counts> {
  const scratch = await scratchServer()
  try {
    const counts = await Promise.all(lanes.map((lane) => runLane(lane, scratch.environment)))
    return {
      passed: counts.reduce((sum, { passed }) => sum + passed, 0),
      failed: counts.reduce((sum, { failed }) => sum + failed, 0),
    }
  } finally {
    await scratch.stop()
  }
}

/**
 * Runs checks one after another, and prints one line for each; below a failed one it prints the
 * output.
 */
export async function runLane(lane: readonly Step[], environment: Environment = {}): Promise<Counts> {
  const results: StepResult[] = []
  for (const step of lane) results.push(await runStep(step, environment))
  const count = (wanted: StepResult) => results.filter((result) => result === wanted).length
  return { passed: count('passed'), failed: count('failed') }
}

async function runStep(step: Step, environment: Environment): Promise<StepResult> {
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
async function scratchServer(): Promise<{ environment: Environment; stop(): Promise<void> }> {
  if (process.env.DATABASE_URL) return { environment: {}, stop: async () => undefined }
  const dataFolder = mkdtempSync(join(tmpdir(), 'calistheniq-verify-'))
  const server = await startLocalPostgres({ dataFolder, temporary: true, settings: { fsync: 'off' } })
  return { environment: { DATABASE_URL: server.url }, stop: server.stop }
}
