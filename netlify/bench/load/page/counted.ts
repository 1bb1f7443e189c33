import { titles } from '../operations/ask.js'
import type { DatabaseSection, ExactRow, GrowthRow, PgbenchRow } from '../result.js'
import { count, short, table } from './table.js'

/** What one request of each operation takes. */
export function exactTable(rows: readonly ExactRow[], before?: readonly ExactRow[]): string {
  const earlier = before ? ['round trips, before', 'statements, before', 'rows, before', 'WAL, before'] : []
  return table(
    ['operation', 'round trips', 'statements', 'rows', 'pages', 'WAL, bytes', 'answer, bytes', ...earlier],
    rows.map((row) => {
      const was = before?.find(({ operation }) => operation === row.operation)
      const then = was
        ? [count(was.roundTrips), count(was.statements), count(was.rowsRead), count(was.walBytes)]
        : earlier.map(() => '–')
      const counts = [row.roundTrips, row.statements, row.rowsRead, row.pagesRead, row.walBytes, row.payloadBytes]
      return [titles[row.operation], ...counts.map(count), ...then]
    }),
  )
}

/** What each operation costs for athletes with ever more sessions: CPU and waiting. */
export function growthTable(rows: readonly GrowthRow[], before?: readonly GrowthRow[]): string {
  const lengths = [...new Set(rows.map(({ sessions }) => sessions))]
  const header = [
    'operation',
    ...lengths.map((sessions) => `${sessions.toLocaleString('en')} sessions`),
    'last by first',
  ]
  const lineOf = (all: readonly GrowthRow[], title: string, operation: string) => {
    const own = lengths.map((sessions) => all.find((row) => row.operation === operation && row.sessions === sessions))
    const [first, last] = [own[0], own.at(-1)]
    return [title, ...own.map(cellOf), first && last && !last.failed ? short(last.cpuMs / first.cpuMs) : '–']
  }
  const operations = [...new Set(rows.map(({ operation }) => operation))]
  return table(
    header,
    operations.flatMap((operation) => [
      lineOf(rows, titles[operation], operation),
      ...(before ? [lineOf(before, `${titles[operation]}, before`, operation)] : []),
    ]),
  )
}

function cellOf(row: GrowthRow | undefined): string {
  if (!row) return '–'
  return row.failed ? row.failed : `${short(row.cpuMs)} (${short(row.wallMs)})`
}

/** How operations on one athlete take a larger database. */
export function databaseTable({ rows }: DatabaseSection): string {
  return table(
    ['operation', 'p50, small, ms', 'p50, large, ms', 'p50, large by small', 'rows, small', 'rows, large'],
    rows.map(({ operation, p50Ms: [small, large], p50Ratio, rowsRead }) => [
      ...[titles[operation], short(small), short(large), short(p50Ratio), ...rowsRead.map(count)],
    ]),
  )
}

/** How near the product comes to PostgreSQL alone. */
export function pgbenchTable(rows: readonly PgbenchRow[]): string {
  return table(
    ['operation', 'transactions/s', 'ours by pgbench'],
    rows.map(({ operation, transactionsPerSecond, ratio }) => [
      titles[operation],
      short(transactionsPerSecond),
      short(ratio),
    ]),
  )
}
