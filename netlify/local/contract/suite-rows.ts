import type { TestFile } from '#local/verify/test-report.js'
import { runOnce } from '#local/verify/test-run.js'
import type { ResultRow } from '#tests/faults/report.js'
import { suiteFiles, suites, titleOf } from './suites.js'

/**
 * Runs the suites, and returns a row for each, including those that should have run and did not.
 */
export async function suiteRows(environment: Readonly<Record<string, string>>): Promise<ResultRow[]> {
  const { files } = await runOnce('test:all', suiteFiles, environment)
  const missing = Object.keys(suites).filter((end) => !files.some(({ name }) => name.endsWith(end)))
  return [
    ...[...files].sort((a, b) => placeOf(a) - placeOf(b)).map(rowOf),
    ...missing.map((end): ResultRow => {
      return { name: titleOf(end), result: 'not run', detail: `${end} left no report`, seconds: 0, cases: 0 }
    }),
  ]
}

function placeOf({ name }: TestFile): number {
  const place = Object.keys(suites).findIndex((end) => name.endsWith(end))
  return place < 0 ? Number.POSITIVE_INFINITY : place
}

/**
 * Sums up a suite. A skipped test is one that could not run here, and a suite with only skipped
 * tests has not run.
 */
function rowOf({ name, status, message, assertionResults: tests, startTime, endTime }: TestFile): ResultRow {
  const passed = tests.filter((test) => test.status === 'passed').length
  const failed = tests.filter((test) => test.status === 'failed')
  const skipped = tests.length - passed - failed.length
  const seen = tests.flatMap(({ meta }) => meta?.seen ?? [])
  const plain = { name: titleOf(name), cases: tests.length, seconds: (endTime - startTime) / 1000 }
  if (status === 'failed' || failed.length > 0)
    return { ...plain, result: 'FAILED', detail: failed.map(({ fullName }) => fullName).join('; ') || message }
  if (passed === 0) return { ...plain, result: 'not run', detail: 'every test was skipped' }
  const left = skipped > 0 ? [`${skipped} not run`] : []
  return { ...plain, result: 'passed', detail: [...seen, ...left].join('; ') || 'as it should be' }
}
