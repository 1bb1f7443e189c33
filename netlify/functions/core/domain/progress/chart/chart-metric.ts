import * as z from 'zod'

/** What is summed over the sets of a step. */
export const workMetrics = [
  'sets',
  'hardSets',
  'reps',
  'holdSeconds',
  'volumeLoadKgReps',
  'timeLoadKgSeconds',
  'meanRpe',
] as const
export type WorkMetric = (typeof workMetrics)[number]

/** What is known of a category at the end of a step. */
export const standingMetrics = ['ability', 'level'] as const
export type StandingMetric = (typeof standingMetrics)[number]

/** Everything that can be charted. `best` is of exercises, `bodyMassKg` of the athlete. */
export const chartMetrics = [...standingMetrics, ...workMetrics, 'best', 'bodyMassKg'] as const
export const ChartMetric = z
  .enum(chartMetrics)
  .meta({ id: 'ChartMetric', description: 'What is drawn', example: 'ability' })
export type ChartMetric = z.output<typeof ChartMetric>

export const ChartUnit = z
  .enum(['levels', 'level', 'sets', 'reps', 'seconds', 'kg x reps', 'kg x s', 'RPE', 'kg'])
  .meta({ id: 'ChartUnit', description: 'The unit of the values', example: 'levels' })
export type ChartUnit = z.output<typeof ChartUnit>

/** A part of what a curve is of. */
export const ChartSubjectKind = z
  .enum(['athlete', 'category', 'pattern', 'exercise'])
  .meta({ id: 'ChartSubjectKind', description: 'A part of what', example: 'category' })

/** The unit of each metric; the best set of an exercise is in reps, or in seconds where it is held. */
export const unitOf: Readonly<Record<Exclude<ChartMetric, 'best'>, ChartUnit>> = {
  ability: 'levels',
  level: 'level',
  sets: 'sets',
  hardSets: 'sets',
  reps: 'reps',
  holdSeconds: 'seconds',
  volumeLoadKgReps: 'kg x reps',
  timeLoadKgSeconds: 'kg x s',
  meanRpe: 'RPE',
  bodyMassKg: 'kg',
}

/** Tells whether a metric is one of these. */
export function isOneOf<Metric extends ChartMetric>(metrics: readonly Metric[], metric: ChartMetric): metric is Metric {
  return metrics.some((one) => one === metric)
}
