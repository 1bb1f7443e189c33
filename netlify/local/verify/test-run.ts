import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mark } from '#infrastructure/command-line/paint.js'
import { runScript } from './run-script.js'
import { type FailedTest, failuresIn, readTestReport, type TestReport } from './test-report.js'

/**
 * How many tests passed and failed; a run that broke off without a failed test counts as one
 * failure.
 */
export type Counts = { readonly passed: number; readonly failed: number }

/**
 * The reporters of vitest.config.ts. They are repeated here, because reporters on the command line
 * replace those of the configuration.
 */
const shown = ['--reporter=default', '--reporter=./netlify/tests/support/slowest-files.ts']

type Environment = Readonly<Record<string, string>>

/** The npm scripts that run tests: one for each project of vitest.config.ts, and one for all. */
export type TestScript = 'test:unit' | 'test:database' | 'test:slow' | 'test:all'

/**
 * Runs all tests of a script, or those of some files, which are named by a part of their path; shows
 * their progress, and counts them. Files that failed run once more, one at a
 * time: a busy machine is not a fault of the code, but a test that needed the second run is named,
 * because its failure may be one.
 */
export async function runTests(
  script: TestScript,
  { environment = {}, files = [] }: { environment?: Environment; files?: readonly string[] } = {},
): Promise<Counts> {
  const first = await runOnce(script, files, environment)
  const failures = failuresIn(first)
  if (failures.length === 0) return { passed: first.passed, failed: first.complete ? 0 : 1 }
  const again = await runOnce(script, [...new Set(failures.map(({ file }) => file)), '--maxWorkers=1'], environment)
  const still = stillFailing(failures, again)
  for (const failure of failures.filter((one) => !still.some((other) => isSame(one, other))))
    console.log(mark.skipped(`passed on a second run: ${failure.file} > ${failure.name}`))
  for (const { file, name, message } of still) console.log(`${mark.wrong(`${file} > ${name}`)}\n${message}`)
  return { passed: first.passed + Math.max(0, failures.length - still.length), failed: still.length }
}

/**
 * Keeps the failures of the first run that failed again; when the second run broke off, it keeps
 * all.
 */
function stillFailing(failures: readonly FailedTest[], again: TestReport): readonly FailedTest[] {
  const found = failuresIn(again)
  return found.length > 0 || again.complete ? found : failures
}

function isSame(one: FailedTest, other: FailedTest): boolean {
  return one.file === other.file && one.name === other.name
}

/** Runs tests once, and reads the report. */
export async function runOnce(
  script: TestScript,
  args: readonly string[],
  environment: Environment,
): Promise<TestReport> {
  const folder = mkdtempSync(join(tmpdir(), 'calistheniq-tests-'))
  const file = join(folder, 'report.json')
  try {
    const reporters = [...shown, '--reporter=json', `--outputFile.json=${file}`]
    const { code } = await runScript(script, { args: [...args, ...reporters], environment, live: true })
    return readTestReport(file, code === 0)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
