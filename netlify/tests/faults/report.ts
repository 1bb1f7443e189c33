import { readFileSync, writeFileSync } from 'node:fs'
import type { CheckResult } from './run-check.js'

/** A row of a table of results; `cases` says how many were tried, where they are counted. */
export type ResultRow = CheckResult & { readonly cases?: number }

/** A part of the page that a script writes. */
export type Section = { readonly title: string; readonly script: string }

export const faultsSection: Section = { title: 'Faults', script: 'test:faults' }
export const contractSection: Section = { title: 'Contract', script: 'test:contract' }

const detailMax = 300

const marks = { passed: '✓ passed', FAILED: '✗ FAILED', 'not run': '· not run' } as const

/** A table of results, as Markdown; with a column of cases where any row counts them. */
export function resultsTable(results: readonly ResultRow[], seed: number): string {
  const counted = results.some(({ cases }) => cases !== undefined)
  const row = (first: string, cases: string, ...rest: readonly string[]) =>
    `| ${[first, ...rest.slice(0, 1), ...(counted ? [cases] : []), ...rest.slice(1)].join(' | ')} |`
  const rows = results.map(({ name, result, cases, detail, seconds }) =>
    row(cell(name), cases === undefined ? '' : `${cases}`, marks[result], cell(detail), `${seconds.toFixed(1)} s`),
  )
  const head = row('check', 'cases', 'result', 'what was seen, or why not', 'took')
  return [`Seed ${seed}, Node ${process.version}.`, '', head, row('---', '--:', '---', '---', '--:'), ...rows].join(
    '\n',
  )
}

/** The first line of a text, fit for a cell. */
function cell(text: string): string {
  return (text.split('\n')[0] ?? '').slice(0, detailMax).replaceAll('|', '\\|')
}

/**
 * Writes the table into its section, between markers, and leaves the rest of the page as it is.
 * Begins the page, the section and the markers when they are missing.
 */
export function writeReport(file: string, { title, script }: Section, table: string): void {
  const page = readPage(file)
  const name = title.toLowerCase()
  const [begin, end] = [`<!-- ${name}: written by \`npm run ${script}\` -->`, `<!-- /${name} -->`]
  const [from, to] = [page.indexOf(begin), page.indexOf(end)]
  const written = `${begin}\n\n${table}\n\n${end}`
  const whole =
    from < 0 || to < from
      ? `${page.trimEnd()}\n\n## ${title}\n\n${written}\n`
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
