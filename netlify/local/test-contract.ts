import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { contractSection, type ResultRow, resultsTable, writeReport } from '#tests/faults/report.js'
import { makeTemplates } from '#tests/support/template.js'
import { startTestServer } from '#tests/support/test-server.js'
import { lintRows } from './contract/lint-rows.js'
import { requestRows } from './contract/request-rows.js'
import { suiteRows } from './contract/suite-rows.js'

const usage = 'npm run test:contract -- [--seed <number>]'
const msMax = 10 * 60_000
const report = join(import.meta.dirname, '../../docs/reliability.md')

/** A part of the contract's proof. When it cannot finish, one of its rows says so. */
type Part = { readonly name: string; readonly run: () => Promise<ResultRow[]> }

function seedOf(): number {
  const { values } = parseArgs({ options: { seed: { type: 'string' } } })
  const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
  if (!Number.isSafeInteger(seed)) throw new Error(`--seed takes a whole number: ${usage}`)
  return seed
}

/**
 * Runs the parts one after the other. A part for which no time is left is not run, and a row says
 * so.
 */
async function runAll(parts: readonly Part[]): Promise<ResultRow[]> {
  const started = performance.now()
  const rows: ResultRow[] = []
  for (const { name, run } of parts) {
    const late = performance.now() - started > msMax
    const instead = { name, detail: `no time left of ${msMax / 1000} s`, seconds: 0 }
    rows.push(
      ...(late ? [{ ...instead, result: 'not run' as const }] : await run().catch((error) => broken(name, error))),
    )
  }
  return rows
}

function broken(name: string, error: unknown): ResultRow[] {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  console.error(detail)
  return [{ name, result: 'FAILED', detail, seconds: 0 }]
}

const seed = seedOf()
console.log(`contract with --seed ${seed}`)
const server = await startTestServer()
const rows = await makeTemplates(server)
  .then((templates) => {
    const place = { url: server.url, prefix: server.prefix, ...templates }
    return runAll([
      { name: 'the linters of the OpenAPI document', run: lintRows },
      { name: 'requests made up from the OpenAPI document', run: () => requestRows(place, seed) },
      { name: 'the suites of the contract', run: () => suiteRows({ TEST_DATABASE_URL: server.url }) },
    ])
  })
  .finally(() => server.stop())
const table = resultsTable(rows, seed)
console.log(`\n${table}`)
writeReport(report, contractSection, table)
const failed = rows.filter(({ result }) => result === 'FAILED')
console.log(failed.length === 0 ? 'nothing failed' : `${failed.length} of ${rows.length} rows failed`)
process.exitCode = failed.length === 0 ? 0 : 1
