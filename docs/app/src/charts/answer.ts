export type StepOfTime = 'day' | 'week' | 'month'

export type Metric =
  | 'ability'
  | 'level'
  | 'sets'
  | 'hardSets'
  | 'reps'
  | 'holdSeconds'
  | 'volumeLoadKgReps'
  | 'timeLoadKgSeconds'
  | 'meanRpe'
  | 'best'
  | 'bodyMassKg'

/** A number for each step of time, as the API answers it. */
export type Curve = {
  readonly metric: Metric
  readonly unit: string
  readonly of: {
    readonly category: string | null
    readonly pattern: string | null
    readonly exercise: { readonly name: string } | null
  }
  readonly values: readonly (number | null)[]
  readonly low: readonly (number | null)[] | null
  readonly high: readonly (number | null)[] | null
}

/**
 * What charts need of an answer of `GET /me/series`: `Output<'progress.chart'>` of the client is one.
 * It is said here once more, so that the site draws charts without the client.
 */
export type SeriesAnswer = {
  readonly step: StepOfTime
  readonly starts: readonly string[]
  readonly series: readonly Curve[]
}
