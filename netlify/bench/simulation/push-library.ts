import { readFileSync } from 'node:fs'
import * as z from 'zod'
import type { Metric } from '#domain/library/vocabulary.js'

/** An exercise for the simulation; amounts are reps or seconds. */
export type SimulatedExercise = {
  readonly metric: Metric
  readonly difficulty: number
  readonly defaultAmount: number
  /** The planned amount: 80 % of the default. */
  readonly target: number
}

const Exercise = z.object({
  category: z.string(),
  metric: z.enum(['reps', 'duration']),
  difficulty: z.number(),
  defaultSets: z.array(z.object({ reps: z.number().optional(), duration: z.number().optional() })).min(1),
})

const plannedShare = 0.8

/** Reads the Push exercises of the library. */
export function pushLibrary(): SimulatedExercise[] {
  const text = readFileSync(new URL('../../../seeds/exercises.json', import.meta.url), 'utf8')
  const exercises = z.array(Exercise).parse(JSON.parse(text))
  return exercises
    .filter(({ category }) => category === 'Push')
    .map(({ metric, difficulty, defaultSets }) => {
      const defaultAmount = defaultSets[0]?.[metric] ?? 1
      return { metric, difficulty, defaultAmount, target: Math.max(1, Math.round(plannedShare * defaultAmount)) }
    })
}
