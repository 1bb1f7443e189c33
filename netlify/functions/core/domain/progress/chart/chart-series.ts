import type { LibraryFacts } from '#domain/library/library-facts.js'
import type { Category, Slot } from '#domain/library/vocabulary.js'
import type { ChartMetric, ChartUnit } from './chart-metric.js'

/** What a curve is of: all that the athlete does, or a part of it. */
export type Charted =
  | { readonly kind: 'athlete' }
  | { readonly kind: 'category'; readonly category: Category }
  | { readonly kind: 'pattern'; readonly pattern: Slot }
  | { readonly kind: 'exercise'; readonly exercise: LibraryFacts }

/** A curve: a number for each step, null where there is none; an ability has the ends of its band too. */
export type ChartSeries = {
  readonly metric: ChartMetric
  readonly unit: ChartUnit
  readonly of: Charted
  readonly values: readonly (number | null)[]
  readonly band?: { readonly low: readonly (number | null)[]; readonly high: readonly (number | null)[] }
}

/** The steps of a chart. */
export type ChartSteps = {
  /** The first day of each. */
  readonly starts: readonly string[]
  /** The last day of each, as far as it was asked for. */
  readonly ends: readonly string[]
}

/** Tells whether a curve is of work on an exercise. */
export function isOf(
  charted: Charted,
  { id, category, slot }: Pick<LibraryFacts, 'id' | 'category' | 'slot'>,
): boolean {
  switch (charted.kind) {
    case 'athlete':
      return true
    case 'category':
      return charted.category === category
    case 'pattern':
      return charted.pattern === slot
    case 'exercise':
      return charted.exercise.id === id
    default:
      return charted satisfies never
  }
}
