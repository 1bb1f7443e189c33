import type uPlot from 'uplot'
import type { Mark } from './strokes.js'

/** The radius of a point, in CSS pixels. */
const radiusPx = 3.5

/** Draws a point of this shape wherever a line has a value. */
export function markPaths(mark: Mark): uPlot.Series.Points.PathBuilder {
  return (plot, series, first, last) => {
    const fill = new Path2D()
    const radius = radiusPx * devicePixelRatio
    for (let index = first; index <= last; index++) {
      const value = plot.data[series]?.[index]
      if (typeof value !== 'number') continue
      const x = plot.valToPos(plot.data[0][index] ?? 0, 'x', true)
      addMark(fill, mark, x, plot.valToPos(value, 'y', true), radius)
    }
    return { fill, stroke: null }
  }
}

function addMark(path: Path2D, mark: Mark, x: number, y: number, radius: number): void {
  if (mark === 'square') path.rect(x - radius, y - radius, 2 * radius, 2 * radius)
  else if (mark === 'circle') {
    path.moveTo(x + radius, y)
    path.arc(x, y, radius, 0, 2 * Math.PI)
  } else {
    path.moveTo(x, y - 1.2 * radius)
    path.lineTo(x + 1.2 * radius, y + radius)
    path.lineTo(x - 1.2 * radius, y + radius)
    path.closePath()
  }
}
