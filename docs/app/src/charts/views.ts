import type { Metric } from './answer.js'
import type { Shape } from './chart.js'

/** How the values of a metric are shown. */
export type View = {
  readonly title: string
  readonly shape: Shape
  /** What stands behind a number; null for the unit of the API. */
  readonly unit: string | null
  /** A smaller change than this is none to speak of. */
  readonly changeMin: number
}

const sum = (title: string, unit: string): View => ({ title, unit, shape: 'bars', changeMin: 0 })

export const views: Readonly<Record<Metric, View>> = {
  ability: { title: 'Ability, in levels', shape: 'line', unit: '', changeMin: 0.1 },
  level: { title: 'Level', shape: 'steps', unit: '', changeMin: 1 },
  sets: sum('Sets', 'sets'),
  hardSets: sum('Hard sets', 'hard sets'),
  reps: sum('Repetitions', 'reps'),
  holdSeconds: sum('Seconds held', 'seconds'),
  volumeLoadKgReps: sum('Volume, in kg moved × reps', 'kg × reps'),
  timeLoadKgSeconds: sum('Load over time, in kg × seconds', 'kg × s'),
  meanRpe: { title: 'Effort, as mean RPE', shape: 'line', unit: '', changeMin: 0.3 },
  best: { title: 'Best set', shape: 'line', unit: null, changeMin: 1 },
  bodyMassKg: { title: 'Body mass', shape: 'line', unit: 'kg', changeMin: 0.5 },
}
