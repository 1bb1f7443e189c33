import type { Curve, Metric, SeriesAnswer } from './answer.js'
import { type Chart, type Colour, colours, type Line } from './chart.js'
import { findingOf } from './finding.js'
import { views } from './views.js'

/** Names of categories and movement patterns, by their codes. */
export type Names = Readonly<Record<string, string>>

/**
 * Makes the charts of an answer: one for each metric and unit, in the order of the answer. What nobody
 * did or measured has no chart, so there are no empty axes.
 */
export function chartsOf(answer: SeriesAnswer, names: Names = {}): readonly Chart[] {
  const known = answer.series.filter(isKnown)
  const axes = new Set(known.map(axisOf))
  return [...axes].map((axis) =>
    chartOf(
      answer,
      known.filter((curve) => axisOf(curve) === axis),
      names,
    ),
  )
}

const axisOf = ({ metric, unit }: Curve) => `${metric} ${unit}`

function isKnown({ metric, values }: Curve): boolean {
  const isSum = views[metric].shape === 'bars'
  return values.some((value) => value !== null && !(isSum && value === 0))
}

function chartOf({ step, starts }: SeriesAnswer, curves: readonly Curve[], names: Names): Chart {
  const [{ metric, unit }] = curves as [Curve]
  const view = views[metric]
  const lines = curves.map((curve, index) => lineOf(curve, index, names))
  const chart = { metric, title: view.title, unit: view.unit ?? unit, shape: view.shape, step, starts, lines }
  return { ...chart, finding: findingOf(chart, view.changeMin) }
}

function lineOf({ metric, of, values, low, high }: Curve, index: number, names: Names): Line {
  const code = of.category ?? of.pattern
  const label = of.exercise?.name ?? (code === null ? wholeOf(metric) : (names[code] ?? code))
  return { label, colour: colourOf(of.category, index), values, band: low && high && { low, high } }
}

/** What a curve of the athlete is called. */
function wholeOf(metric: Metric): string {
  return metric === 'bodyMassKg' ? 'Body mass' : 'Everything'
}

/** Categories have colours of their own; all else takes them in turn, beginning with that of the app. */
function colourOf(category: string | null, index: number): Colour {
  const own = colours.find((colour) => colour === category?.toLowerCase())
  return own ?? colours[index % colours.length] ?? 'accent'
}
