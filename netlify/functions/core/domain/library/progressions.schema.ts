import * as z from 'zod'
import { waysMax } from './exercise.schema.js'
import { ExerciseRef } from './exercise-ref.schema.js'

const Refs = z.array(ExerciseRef).max(100)

const Requirement = z
  .strictObject({ anyOf: Refs.min(1).meta({ description: 'Any one of these, the usual one first' }) })
  .meta({ id: 'ExerciseRequirement', description: 'Exercises of which one must be mastered' })

/** The neighbours of an exercise in the skill graph. */
export const ExerciseProgressions = z
  .strictObject({
    exercise: ExerciseRef,
    requires: z
      .array(Requirement)
      .max(20)
      .meta({ description: 'What must be mastered first: one exercise of every group; nothing when empty' }),
    prerequisites: z.array(Refs).max(waysMax).meta({
      description: 'The same as `requires`, the other way round: all of one group, any one of the groups',
    }),
    easier: Refs.meta({ description: 'One step down the same chain' }),
    harder: Refs.meta({ description: 'One step up the same chain' }),
    lateral: Refs.meta({ description: 'Variations of like difficulty' }),
  })
  .meta({ id: 'ExerciseProgressions', description: 'What stands around an exercise in the skill graph' })
export type ExerciseProgressions = z.output<typeof ExerciseProgressions>
