import { readFileSync } from 'node:fs'
import * as z from 'zod'
import type { Metric } from '#domain/library/vocabulary.js'

/** An exercise for the simulation; amounts are reps or seconds. */
export type SimulatedExercise = {
  readonly slug: string
  readonly metric: Metric
  readonly difficulty: number
  readonly defaultAmount: number
  /** The planned amount: 80 % of the default. */
  readonly target: number
}

const Exercise = z.object({
  metric: z.enum(['reps', 'duration']),
  difficulty: z.number(),
  defaultAmount: z.number(),
})

const plannedShare = 0.8

/**
 * Reads the 55 Push exercises that the published figures were computed with: how far an estimate is
 * off depends on how far apart the exercises stand, and the library goes on growing.
 */
export function pushLibrary(): SimulatedExercise[] {
  const text = readFileSync(new URL('push-exercises.json', import.meta.url), 'utf8')
  return z
    .array(Exercise)
    .parse(JSON.parse(text))
    .map((exercise, index) => ({
      ...exercise,
      slug: `push-${index}`,
      target: Math.max(1, Math.round(plannedShare * exercise.defaultAmount)),
    }))
}
