import * as z from 'zod'
import { ExerciseRef } from './exercise-ref.schema.js'

const Refs = z.array(ExerciseRef).max(100)

/** The neighbours of an exercise in the skill graph. */
export const ExerciseProgressions = z
  .strictObject({
    exercise: ExerciseRef,
    prerequisites: z
      .array(Refs)
      .max(20)
      .meta({ description: 'What must be mastered first: all of one group, any one of the groups' }),
    easier: Refs.meta({ description: 'One step down the same chain' }),
    harder: Refs.meta({ description: 'One step up the same chain' }),
    lateral: Refs.meta({ description: 'Variations of like difficulty' }),
  })
  .meta({ id: 'ExerciseProgressions', description: 'What stands around an exercise in the skill graph' })
export type ExerciseProgressions = z.output<typeof ExerciseProgressions>
