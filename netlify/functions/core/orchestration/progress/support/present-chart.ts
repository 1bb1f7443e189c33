import type * as z from 'zod'
import type { Charted, ChartSeries } from '#domain/progress/chart/chart-series.js'
import type { ChartResource } from './chart.schema.js'

type Curve = z.output<typeof ChartResource>['series'][number]

/** A curve as it is answered. */
export function presentCurve({ metric, unit, of, values, band }: ChartSeries): Curve {
  return {
    metric,
    unit,
    of: { ...nothing, ...subjectOf(of) },
    values: [...values],
    low: band ? [...band.low] : null,
    high: band ? [...band.high] : null,
  }
}

const nothing = { category: null, pattern: null, exercise: null }

function subjectOf(charted: Charted) {
  if (charted.kind !== 'exercise') return charted
  const { id, slug, name } = charted.exercise
  return { kind: charted.kind, exercise: { id, slug, name } }
}
