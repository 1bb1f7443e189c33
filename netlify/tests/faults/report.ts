import { readFileSync, writeFileSync } from 'node:fs'
import type { CheckResult } from './run-check.js'

const begin = '<!-- faults: written by `npm run test:faults` -->'
const end = '<!-- /faults -->'
const detailMax = 300

const marks = { passed: '✓ passed', FAILED: '✗ FAILED', 'not run': '· not run' } as const

/** A table of checks, as Markdown. */
export function faultsTable(results: readonly CheckResult[], seed: number): string {
  const rows = results.map(
    ({ name, result, detail, seconds }) =>
      `| ${cell(name)} | ${marks[result]} | ${cell(detail)} | ${seconds.toFixed(1)} s |`,
  )
  const head = ['| check | result | what was seen, or why not | took |', '|---|---|---|--:|']
  return [`Seed ${seed}, Node ${process.version}.`, '', ...head, ...rows].join('\n')
}

/** The first line of a text, fit for a cell. */
function cell(text: string): string {
  return (text.split('\n')[0] ?? '').slice(0, detailMax).replaceAll('|', '\\|')
}

/** Puts the table between its markers, and leaves the rest of the page as it is; a page that is missing is begun. */
export function writeReport(file: string, table: string): void {
  const page = readPage(file)
  const [from, to] = [page.indexOf(begin), page.indexOf(end)]
  const written = `${begin}\n\n${table}\n\n${end}`
  const whole =
    from < 0 || to < from
      ? `${page.trimEnd()}\n\n## Faults\n\n${written}\n`
      : page.slice(0, from) + written + page.slice(to + end.length)
  writeFileSync(file, whole)
}

function readPage(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '# Reliability\n'
  }
}
