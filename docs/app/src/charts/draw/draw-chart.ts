import type uPlot from 'uplot'
import type { Chart } from '../chart.js'
import { tableOf } from '../table-of.js'
import { legendOf } from './legend.js'

/** A chart on a page. */
export type Drawing = {
  /** Shows another chart in its place. */
  show(chart: Chart): void
  /** Lets go of it. */
  end(): void
}

/**
 * Draws a chart into an element: as wide as that is, in the colours of the page, anew when either
 * changes. What draws it is loaded with the first chart. It is a picture: its numbers belong into a
 * table beside it.
 */
export function drawChart(host: HTMLElement, chart: Chart): Drawing {
  let shown = chart
  let plot: uPlot | undefined
  let isOver = false
  const readout = paragraph('readout')
  const draw = async () => {
    const { plotOf, heightPx } = await import('./plot.js')
    if (isOver) return
    plot?.destroy()
    const canvas = document.createElement('div')
    canvas.style.height = `${heightPx}px`
    host.replaceChildren(...(shown.lines.length > 1 ? [legendOf(shown)] : []), canvas, readout)
    plot = plotOf(canvas, shown, (step) => {
      readout.textContent = step === null ? '' : stepText(shown, step)
    })
  }
  const scheme = matchMedia('(prefers-color-scheme: dark)')
  const redraw = () => void draw()
  const size = new ResizeObserver(() => plot?.setSize({ width: host.clientWidth, height: plot.height }))
  scheme.addEventListener('change', redraw)
  size.observe(host)
  redraw()
  return {
    show: (other) => {
      shown = other
      redraw()
    },
    end: () => {
      isOver = true
      scheme.removeEventListener('change', redraw)
      size.disconnect()
      plot?.destroy()
    },
  }
}

function paragraph(name: string): HTMLElement {
  const element = document.createElement('p')
  element.className = name
  return element
}

/** The numbers of one step: `31 Aug: Push 2.03 (1.76–2.29), Pull 0.93 (0.69–1.17)`. */
function stepText(chart: Chart, step: number): string {
  const row = tableOf(chart).rows[step]
  const cells = chart.lines.map(({ label }, index) => `${label} ${row?.cells[index] ?? ''}`)
  return `${row?.start ?? ''}: ${cells.join(', ')}`
}
