import type uPlot from 'uplot'
import type { Chart, Line } from '../chart.js'

/** A list of values over the steps of a chart. */
export type Values = readonly (number | null)[]

/** The columns that are drawn: the places of the steps, the lines, then the two edges of each band. */
export function dataOf({ starts, shape, lines }: Chart): uPlot.AlignedData {
  const places = starts.map((_, index) => index)
  const values = shape === 'bars' ? stacked(lines) : lines.map((line) => line.values)
  const edges = lines.flatMap(({ band }) => (band ? [band.high, band.low] : []))
  return [places, ...values.map((column) => [...column]), ...edges.map((column) => [...column])]
}

/** Lays bars on those that come after them: the first one reaches to the sum of all, and is drawn behind the others. */
export function stacked(lines: readonly Pick<Line, 'values'>[]): readonly Values[] {
  return lines.map(({ values }, first) =>
    values.map((_, index) => lines.slice(first).reduce((sum, line) => sum + (line.values[index] ?? 0), 0)),
  )
}
