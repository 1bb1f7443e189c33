import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { faultChecks } from '#tests/faults/checks.js'
import type { FaultCheck } from '#tests/faults/fault-check.js'
import { faultsSection, resultsTable, writeReport } from '#tests/faults/report.js'
import { type CheckResult, runCheck } from '#tests/faults/run-check.js'
import { makeTemplates } from '#tests/support/template.js'
import { startTestServer } from '#tests/support/test-server.js'

const usage = 'npm run test:faults -- [--seed <number>] [--only <words of a check>]'
const msMax = 12 * 60_000
const report = join(import.meta.dirname, '../../docs/reliability.md')

type Options = { readonly seed: number; readonly only: string | null }

function options(): Options {
  const { values } = parseArgs({ options: { seed: { type: 'string' }, only: { type: 'string' } } })
  const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
  if (!Number.isSafeInteger(seed)) throw new Error(`--seed takes a whole number: ${usage}`)
  return { seed, only: values.only ?? null }
}

/**
 * Runs the checks one after the other. A check for which no time is left is not run, and its result
 * says so.
 */
async function runAll(checks: readonly FaultCheck[], seed: number): Promise<CheckResult[]> {
  const server = await startTestServer()
  const results: CheckResult[] = []
  try {
    const place = { url: server.url, prefix: server.prefix, ...(await makeTemplates(server)) }
    const started = performance.now()
    for (const check of checks) {
      const late = performance.now() - started > msMax
      const skipped = {
        name: check.name,
        result: 'not run',
        detail: `no time left of ${msMax / 1000} s`,
        seconds: 0,
      } as const
      const result = late ? skipped : await runCheck(check, place, { full: true, seed })
      results.push(result)
      console.log(
        `${result.result.padEnd(7)} ${result.name} (${result.seconds.toFixed(1)} s)\n        ${result.detail}`,
      )
    }
  } finally {
    await server.stop()
  }
  return results
}

const { seed, only } = options()
console.log(`faults with --seed ${seed}`)
const chosen = faultChecks.filter(({ name }) => only === null || name.includes(only))
const results = await runAll(chosen, seed)
const table = resultsTable(results, seed)
console.log(`\n${table}`)
if (only === null) writeReport(report, faultsSection, table)
const failed = results.filter(({ result }) => result === 'FAILED')
console.log(failed.length === 0 ? 'nothing failed' : `${failed.length} of ${results.length} checks failed`)
process.exitCode = failed.length === 0 && results.length > 0 ? 0 : 1
