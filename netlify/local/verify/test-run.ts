import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mark } from '#infrastructure/command-line/paint.js'
import { runScript } from './run-script.js'
import { type FailedTest, failuresIn, readTestReport, type TestReport } from './test-report.js'

/**
 * How many tests passed and failed; a run that broke off without failed tests counts as one
 * failure.
 */
export type Counts = { readonly passed: number; readonly failed: number }

/** As vitest.config.ts has them; reporters that are named on a command line replace those. */
const shown = ['--reporter=default', '--reporter=./netlify/tests/support/slowest-files.ts']

type Environment = Readonly<Record<string, string>>

/** The npm scripts that run tests: one for each project of vitest.config.ts, and one for all. */
export type TestScript = 'test:unit' | 'test:database' | 'test:slow' | 'test:all'

/**
 * Runs tests, shows them as they go, and counts them. Files that failed run once more, one at a
 * time: a busy machine is no fault, but a test that needed it is named, because it may be.
 */
export async function runTests(script: TestScript, environment: Environment = {}): Promise<Counts> {
  const first = await runOnce(script, [], environment)
  const failures = failuresIn(first)
  if (failures.length === 0) return { passed: first.passed, failed: first.complete ? 0 : 1 }
  const again = await runOnce(script, [...new Set(failures.map(({ file }) => file)), '--maxWorkers=1'], environment)
  const still = stillFailing(failures, again)
  for (const failure of failures.filter((one) => !still.some((other) => isSame(one, other))))
    console.log(mark.skipped(`passed on a second run: ${failure.file} > ${failure.name}`))
  for (const { file, name, message } of still) console.log(`${mark.wrong(`${file} > ${name}`)}\n${message}`)
  return { passed: first.passed + Math.max(0, failures.length - still.length), failed: still.length }
}

/** A second run that broke off clears nobody. */
function stillFailing(failures: readonly FailedTest[], again: TestReport): readonly FailedTest[] {
  const found = failuresIn(again)
  return found.length > 0 || again.complete ? found : failures
}

function isSame(one: FailedTest, other: FailedTest): boolean {
  return one.file === other.file && one.name === other.name
}

/** Runs tests once, and reads what became of them. */
export async function runOnce(
  script: TestScript,
  args: readonly string[],
  environment: Environment,
): Promise<TestReport> {
  const folder = mkdtempSync(join(tmpdir(), 'calistheniq-tests-'))
  const file = join(folder, 'report.json')
  try {
    const reporters = [...shown, '--reporter=json', `--outputFile.json=${file}`]
    const { ok } = await runScript(script, { args: [...args, ...reporters], environment, live: true })
    return readTestReport(file, ok)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
