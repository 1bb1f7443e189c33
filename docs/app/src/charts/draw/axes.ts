import type uPlot from 'uplot'
import type { Chart } from '../chart.js'
import { shortNumber } from '../numbers.js'
import { stepLabel } from '../step-label.js'
import type { ReadColour } from './colour-reader.js'

const font = '12px system-ui, sans-serif'

/** The room that a date takes, and a letter of a number, in CSS pixels. */
const roomPx = { date: 72, height: 30, letter: 7.5 } as const

/** Axes with as many dates as there is room for. */
export function axesOf(chart: Chart, colour: ReadColour): uPlot.Axis[] {
  const { starts, step } = chart
  const look = { stroke: colour('var(--quiet)'), font, ticks: { show: false } }
  return [
    {
      ...look,
      grid: { show: false },
      size: roomPx.height,
      splits: (plot) => everyNth(starts.length, Math.floor(plot.width / roomPx.date)),
      values: (_, places) => places.map((place) => stepLabel(step, starts[place] ?? '')),
    },
    {
      ...look,
      grid: { stroke: colour('var(--line)'), width: 1 },
      ...(chart.shape === 'steps' && { incrs: [1] }),
      values: (_, values) => values.map(shortNumber),
      size: (_, values) => 12 + roomPx.letter * Math.max(1, ...(values ?? []).map((value) => value.length)),
    },
  ]
}

/** The places of at most so many ticks, evenly apart. */
export function everyNth(count: number, ticksMax: number): number[] {
  const apart = Math.ceil(count / Math.max(1, ticksMax))
  return Array.from({ length: Math.ceil(count / apart) }, (_, index) => index * apart)
}
