import * as z from 'zod'
import { ExerciseKey, ExerciseRef } from '#domain/library/exercise-ref.schema.js'
import { SessionExerciseAnswer } from '#domain/session/session-exercise.schema.js'
import { posted } from '#domain/values/posted.js'
import { SwapKind } from '#domain/workout/swap-options.js'
import { Share } from '#orchestration/training/reason.schema.js'
import { CoachReason } from './coach-reason.schema.js'
import { plannedFields, scoreFields } from './recommended-exercise.schema.js'

const Kind = SwapKind.meta({ description: 'Of like difficulty, easier, or harder', example: 'easier' })

/** Swaps an exercise: for a named one, or for the best in a direction. */
export const SwapExercise = posted({
  to: ExerciseKey.optional().meta({
    description: 'The id or slug of the exercise to do instead; the best one when left out',
    example: 'negative-pull-up',
  }),
  direction: Kind.optional().meta({ description: 'Where to look; in all directions when left out' }),
}).meta({ id: 'SwapExercise', example: { direction: 'easier' } })

const Alternative = z
  .strictObject({
    exercise: ExerciseRef,
    kind: Kind,
    pSuccess: Share.meta({ description: 'Chance to begin with it', example: 0.86 }),
  })
  .meta({ id: 'SwapAlternative', description: 'Another exercise that would fit' })

/** An exercise of a session that was swapped. */
export const SwappedExercise = z
  .strictObject({
    from: ExerciseRef.meta({ description: 'What was planned' }),
    to: ExerciseRef.meta({ description: 'What is planned now' }),
    kind: Kind,
    ...scoreFields,
    adjustments: plannedFields.adjustments,
    why: z.array(CoachReason).max(3).meta({ description: 'Why the sets are as they are' }),
    alternatives: z.array(Alternative).max(50).meta({ description: 'What else would fit, the best first' }),
    exercise: SessionExerciseAnswer.meta({ description: 'The exercise in its place; its id there stays' }),
  })
  .meta({ id: 'SwappedExercise', description: 'A swap, and what else would fit' })
