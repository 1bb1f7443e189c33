import type { Metric, StepOfTime } from './answer.js'

/** Names of the colours of a page, as its CSS has them: `--push`. */
export const colours = ['accent', 'push', 'pull', 'squat', 'ink'] as const
export type Colour = (typeof colours)[number]

/** How a chart is drawn: a line through points, a line that jumps, or bars that stand on each other. */
export type Shape = 'line' | 'steps' | 'bars'

/** One of the things that a chart compares, with a value for each step of time; null where there is none. */
export type Line = {
  readonly label: string
  readonly colour: Colour
  readonly values: readonly (number | null)[]
  /** Where the value is with 90 % certainty. */
  readonly band: Band | null
}

export type Band = { readonly low: readonly (number | null)[]; readonly high: readonly (number | null)[] }

/** A picture of numbers over time, before anything draws it. */
export type Chart = {
  readonly metric: Metric
  readonly title: string
  /** The unit of the values, as it stands behind a number; empty where the title says it. */
  readonly unit: string
  /** What the chart shows, in one sentence. */
  readonly finding: string
  readonly shape: Shape
  readonly step: StepOfTime
  /** The first day of each step. */
  readonly starts: readonly string[]
  readonly lines: readonly Line[]
}
