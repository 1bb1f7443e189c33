import * as z from 'zod'
import { ExerciseKey, ExerciseRef } from '#domain/library/exercise-ref.schema.js'
import { SessionExerciseAnswer } from '#domain/session/session-exercise.schema.js'
import { SwapKind } from '#domain/workout/choose-swap.js'
import { plannedFields, scoreFields } from './next-workout.schema.js'

const Kind = SwapKind.meta({
  description: 'Of like difficulty, or one step below in the same chain',
  example: 'easier',
})

/** Swaps an exercise: for a named one, or for the best in a direction. */
export const SwapExercise = z
  .strictObject({
    to: ExerciseKey.optional().meta({
      description: 'The id or slug of the exercise to do instead; the best one when left out',
      example: 'negative-pull-up',
    }),
    direction: Kind.optional().meta({ description: 'Where to look; in both directions when left out' }),
  })
  .meta({ id: 'SwapExercise', example: { direction: 'easier' } })

/** An exercise of a session that was swapped. */
export const SwappedExercise = z
  .strictObject({
    from: ExerciseRef.meta({ description: 'What was planned' }),
    to: ExerciseRef.meta({ description: 'What is planned now' }),
    kind: Kind,
    ...scoreFields,
    adjustments: plannedFields.adjustments,
    exercise: SessionExerciseAnswer.meta({ description: 'The exercise in its place; its id there stays' }),
  })
  .meta({ id: 'SwappedExercise', description: 'A swap, and why this exercise was chosen' })
