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

type Environment = Readonly<Record<string, string>>

/**
 * Runs tests, shows them as they go, and counts them. Files that failed run once more, one at a
 * time: a busy machine is no fault, but a test that needed it is named, because it may be.
 */
export async function runTests(files: readonly string[], environment: Environment = {}): Promise<Counts> {
  const first = await runOnce(files, environment)
  const failures = failuresIn(first)
  if (failures.length === 0) return { passed: first.passed, failed: first.complete ? 0 : 1 }
  const again = await runOnce([...new Set(failures.map(({ file }) => file)), '--maxWorkers=1'], environment)
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
export async function runOnce(args: readonly string[], environment: Environment): Promise<TestReport> {
  const folder = mkdtempSync(join(tmpdir(), 'calistheniq-tests-'))
  const file = join(folder, 'report.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const { ok } = await runScript('test', { args: [...args, ...reporters], environment, live: true })
    return readTestReport(file, ok)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
