import type { BodyMassEntry } from '#domain/load/body-mass.js'
import { unitOf } from './chart-metric.js'
import type { ChartSeries, ChartSteps } from './chart-series.js'

/** Draws the last body mass that was measured in each step, in kilograms; null where none was. */
export function bodyMassSeries(entries: readonly BodyMassEntry[], { starts, ends }: ChartSteps): ChartSeries {
  const measuredIn = (first: string, last: string) => entries.findLast(({ on }) => on >= first && on <= last)
  return {
    metric: 'bodyMassKg',
    unit: unitOf.bodyMassKg,
    of: { kind: 'athlete' },
    values: starts.map((first, index) => measuredIn(first, ends[index] ?? first)?.bodyMassKg ?? null),
  }
}
