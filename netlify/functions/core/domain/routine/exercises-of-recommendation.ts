import * as z from 'zod'
import { Modifier } from '#domain/effort/modifier.schema.js'
import { prescriptionFields } from '#domain/library/prescription.schema.js'
import { Category, ExerciseSlug } from '#domain/library/vocabulary.js'
import { refuse } from '#domain/refusal.js'
import { ExerciseId } from '#domain/values/id.schema.js'
import type { RoutineExercise } from './routine.schema.js'

/** What a routine takes of a recommendation, whatever else an answer of its day said. */
const Recommended = z.object({
  exercises: z.array(
    z.object({
      exercise: z.object({ id: ExerciseId, slug: ExerciseSlug, name: z.string(), category: Category }),
      metric: z.enum(['reps', 'duration']),
      unilateral: z.boolean(),
      sets: prescriptionFields.sets,
      tempo: z.string(),
      restSeconds: z.number(),
      modifier: z.object({ modifier: Modifier }),
    }),
  ),
})

/**
 * Returns the exercises of a recommendation as it was shown, in JSON. Refuses with INVALID_INPUT when
 * nothing was shown, or nothing was recommended.
 */
export function exercisesOfRecommendation(shown: string | null): RoutineExercise[] {
  if (shown === null)
    return refuseDay('NOTHING_SHOWN', 'is a day for which nothing was shown: get the next workout first')
  const { exercises } = Recommended.parse(JSON.parse(shown))
  if (exercises.length === 0) return refuseDay('NO_EXERCISES', 'is a day for which no exercises were recommended')
  return exercises.map(({ exercise, metric, unilateral, modifier, ...planned }) => ({
    exercise: { ...exercise, metric, unilateral },
    ...planned,
    ...modifier,
    notes: null,
    group: null,
  }))
}

function refuseDay(code: string, detail: string): never {
  return refuse('INVALID_INPUT', 'No routine can be made from this day.', [
    { pointer: '/fromRecommendation', code, detail },
  ])
}
