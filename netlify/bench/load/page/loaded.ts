import { ourName } from '../host/our-subject.js'
import { titles } from '../operations/ask.js'
import type { LoadRow, LoadSection } from '../result.js'
import { short, table } from './table.js'

/** Our requests per second by those of every other server. */
export function againstTable(load: LoadSection, before?: LoadSection): string {
  const rows = broadest(load)
  const others = [...new Set(rows.flatMap(({ ratios }) => Object.keys(ratios)))]
  const header = [
    'operation',
    ...(before ? ['floor, before'] : []),
    ...others,
    'CPU, ms',
    ...(before ? ['CPU, before'] : []),
  ]
  return table(
    header,
    rows.map((row) => [
      titles[row.operation],
      ...(before ? [short(sameIn(before, row)?.ratios.floor)] : []),
      ...others.map((name) => short(row.ratios[name])),
      short(row.cells[ourName]?.cpuMs),
      ...(before ? [short(sameIn(before, row)?.cells[ourName]?.cpuMs)] : []),
    ]),
  )
}

/** The rows under as many connections as the row with the most servers. */
function broadest({ rows }: LoadSection): LoadRow[] {
  const widths = rows.map(({ cells }) => Object.keys(cells).length)
  const widest = rows[widths.indexOf(Math.max(...widths))]
  return rows.filter(({ connections }) => connections === widest?.connections)
}

function sameIn(section: LoadSection, { operation, connections }: LoadRow): LoadRow | undefined {
  return section.rows.find((row) => row.operation === operation && row.connections === connections)
}

/** How the product and the floor take more connections. */
export function connectionsTable({ rows }: LoadSection): string {
  return table(
    [
      'operation',
      'connections',
      'requests/s by the floor',
      'p50 by the floor',
      'p99 by the floor',
      'memory, MB',
      'errors',
    ],
    rows.map(({ operation, connections, cells, ratios }) => {
      const [ours, floor] = [cells[ourName], cells.floor]
      const by = (field: 'p50Ms' | 'p99Ms') => (ours && floor ? short(ours[field] / floor[field]) : '–')
      return [
        ...[titles[operation], `${connections}`, short(ratios.floor), by('p50Ms'), by('p99Ms')],
        ...[short(ours?.residentMb), `${ours?.errors ?? 0}`],
      ]
    }),
  )
}

/** What was measured, server by server. */
export function timesTable({ rows }: LoadSection): string {
  return table(
    ['operation', 'connections', 'server', 'requests/s', 'p50, ms', 'p99, ms', 'CPU, ms', 'memory, MB', 'errors'],
    rows.flatMap(({ operation, connections, cells }) =>
      Object.entries(cells).map(([name, cell]) => [
        ...[titles[operation], `${connections}`, name, short(cell.requestsPerSecond), short(cell.p50Ms)],
        ...[short(cell.p99Ms), short(cell.cpuMs), short(cell.residentMb), `${cell.errors}`],
      ]),
    ),
  )
}
