import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { runScript } from './run-script.js'

/** How many tests passed and failed; a run that broke off without failed tests counts as one failure. */
export type Counts = { readonly passed: number; readonly failed: number }

const Report = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number() })

/** Runs tests, shows them as they go, and counts them. */
export async function runTests(
  files: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'calistheniq-tests-'))
  const file = join(folder, 'report.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const { ok } = await runScript('test', { args: [...files, ...reporters], environment, live: true })
    if (!existsSync(file)) return { passed: 0, failed: 1 }
    const { numPassedTests: passed, numFailedTests: failed } = Report.parse(JSON.parse(readFileSync(file, 'utf8')))
    return { passed, failed: ok ? failed : Math.max(failed, 1) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
