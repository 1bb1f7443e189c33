import uPlot from 'uplot'
import type { Chart, Line } from '../chart.js'
import { axesOf } from './axes.js'
import { colourReader, type ReadColour } from './colour-reader.js'
import { dataOf } from './data-of.js'
import { fillOf } from './fills.js'
import { markPaths } from './mark-paths.js'
import { strokeAt, textureAt } from './strokes.js'

/** The height of a picture, in CSS pixels. */
export const heightPx = 200

/** The levels that there are, so that a level is seen among all of them. */
const levels: uPlot.Range.MinMax = [0, 5]

/** More points than these would touch each other. */
const pointsMax = 60

/** Draws a chart into an element, as wide as that is. */
export function plotOf(host: HTMLElement, chart: Chart, look: (step: number | null) => void): uPlot {
  const colour = colourReader(host)
  return new uPlot(
    {
      width: host.clientWidth,
      height: heightPx,
      scales: { x: { time: false, range: [-0.5, chart.starts.length - 0.5] }, y: { range: rangeOf(chart) } },
      axes: axesOf(chart, colour),
      series: [{}, ...chart.lines.map((line, index) => seriesOf(chart, line, index, colour)), ...edgesOf(chart)],
      bands: bandsOf(chart, colour),
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { show: chart.shape !== 'bars' } },
      hooks: { setCursor: [({ cursor }) => look(cursor.idx ?? null)] },
    },
    dataOf(chart),
    host,
  )
}

function rangeOf({ shape }: Chart): uPlot.Scale.Range {
  if (shape === 'steps') return levels
  if (shape === 'bars') return (_, _min, max) => [0, 1.05 * max]
  return (_, min, max) => uPlot.rangeNum(min, max, 0.1, true)
}

function seriesOf({ shape, starts }: Chart, line: Line, index: number, colour: ReadColour): uPlot.Series {
  const stroke = colour(`var(--${line.colour})`)
  if (shape === 'bars') {
    const fill = fillOf(textureAt(index), stroke, colour('var(--card)')) as string
    const paths = uPlot.paths.bars?.({ size: [0.7, 48] })
    return { stroke, width: 1, fill: () => fill, points: { show: false }, ...(paths && { paths }) }
  }
  const { dash, mark } = strokeAt(index)
  const paths = shape === 'steps' ? uPlot.paths.stepped?.({ align: 1 }) : undefined
  return {
    stroke,
    // lines that lie on each other are seen through the gaps of the upper ones
    width: shape === 'steps' ? Math.max(2, 5 - 1.5 * index) : 2,
    dash: [...dash],
    spanGaps: true,
    points: { show: starts.length <= pointsMax, fill: stroke, stroke, paths: markPaths(mark) },
    ...(paths && { paths }),
  }
}

function edgesOf({ lines }: Chart): uPlot.Series[] {
  const edge: uPlot.Series = { stroke: 'transparent', width: 0, points: { show: false } }
  return lines.flatMap(({ band }) => (band ? [edge, edge] : [])).map((series) => ({ ...series }))
}

function bandsOf({ lines }: Chart, colour: ReadColour): uPlot.Band[] {
  const first = 1 + lines.length
  return lines
    .filter(({ band }) => band !== null)
    .map((line, index) => ({
      series: [first + 2 * index, first + 2 * index + 1],
      fill: colour(`color-mix(in srgb, var(--${line.colour}) 16%, transparent)`),
    }))
}
