import { exerciseByKey, type Library } from '#domain/library/library-facts.js'
import { categories } from '#domain/library/vocabulary.js'
import { isOneOf, standingMetrics } from '#domain/progress/chart/chart-metric.js'
import type { Charted } from '#domain/progress/chart/chart-series.js'
import type { ChartRequest } from '#domain/progress/chart/draw-chart.js'
import { exerciseNotFound } from '#orchestration/refusals.js'
import type { ChartQuery } from './chart.schema.js'

/** Tells whether anything is asked for that only the whole log can tell. */
export function asksForStanding({ metric }: ChartQuery): boolean {
  return metric.some((one) => isOneOf(standingMetrics, one))
}

/** Tells what a query asks to draw. Refuses with EXERCISE_NOT_FOUND. */
export function chartRequestOf(query: ChartQuery, library: Library): ChartRequest {
  const { metric, category = [], pattern = [], exercise = [], step } = query
  const named: Charted[] = [
    ...category.map((one): Charted => ({ kind: 'category', category: one })),
    ...pattern.map((one): Charted => ({ kind: 'pattern', pattern: one })),
    ...exercise.map(
      (key): Charted => ({ kind: 'exercise', exercise: exerciseByKey(library, key) ?? exerciseNotFound() }),
    ),
  ]
  return {
    metrics: metric,
    categories: category.length > 0 ? category : categories,
    charted: named.length > 0 ? named : [{ kind: 'athlete' }],
    step,
  }
}
