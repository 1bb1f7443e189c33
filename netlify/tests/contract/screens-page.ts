import type { Screen } from './screens.js'

/** What a screen took. */
export type ShownScreen = Pick<Screen, 'name' | 'before'> & {
  readonly requests: number
  readonly roundTrips: number
  /** Bytes of all answers, and the same compressed by gzip. */
  readonly bytes: number
  readonly compressed: number
}

const introduction = `# Requests of every screen

Written by \`npm run docs:screens\`, which shows each screen of an app to an athlete with three weeks of training, through the
operations as they are served: how many requests it takes, how many exchanges with the database all of them take together, and how
large the answers are. Before stands how many requests the same screen took when there was no operation for it; a dash where it could
not be shown. An answer whose \`ETag\` the app sends along takes no bytes while nothing changed.
`

/** The text of docs/screens.md. */
export function screensPage(shown: readonly ShownScreen[]): string {
  const rows = shown.map(({ name, before, requests, roundTrips, bytes, compressed }) =>
    [name, before ?? '–', requests, roundTrips, kilobytes(bytes), kilobytes(compressed)].join(' | '),
  )
  const head = ['screen', 'before', 'requests', 'round trips', 'kB', 'kB, gzip'].join(' | ')
  const table = [head, '--- | --: | --: | --: | --: | --:', ...rows]
  return `${introduction}\n${table.map((cells) => `| ${cells} |`).join('\n')}\n`
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1)

/**
 * Returns a page with the sizes of another one, screen by screen, where they differ by less than a
 * tenth: ids and instants compress differently each time.
 */
export function withSizesOf(documented: string, page: string): string {
  const sizes = new Map(rowsOf(documented).map((cells) => [cells[0], cells.slice(4)]))
  return page
    .split('\n')
    .map((line) => {
      const [cells] = rowsOf(line)
      const known = sizes.get(cells?.[0])
      if (!cells || !known?.every((size, index) => isNear(Number(size), Number(cells[4 + index])))) return line
      return `| ${[...cells.slice(0, 4), ...known].join(' | ')} |`
    })
    .join('\n')
}

const isNear = (one: number, other: number) => Math.abs(one - other) <= Math.max(0.1, 0.1 * one)

function rowsOf(text: string): string[][] {
  const rows = text.split('\n').filter((line) => /^\| .* \| [\d.]+ \|$/.test(line))
  return rows.map((line) => line.slice(2, -2).split(' | '))
}
