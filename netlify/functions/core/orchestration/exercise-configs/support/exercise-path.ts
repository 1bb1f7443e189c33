import * as z from 'zod'
import { ExerciseKey } from '#domain/library/exercise-ref.schema.js'

/** The path of one personal configuration. */
export const ExercisePath = z.strictObject({ exercise: ExerciseKey })
