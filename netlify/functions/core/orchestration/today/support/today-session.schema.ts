import * as z from 'zod'
import { setCountFields } from '#domain/progress/day-summary.schema.js'
import { exercisesMax, SessionExerciseAnswer } from '#domain/session/session-exercise.schema.js'
import { SessionResource } from '#orchestration/sessions/support/schemas.js'

/** The most sessions of one day that are shown. */
export const todaySessionsMax = 20

const TodayExercise = z
  .strictObject({
    ...SessionExerciseAnswer.omit({ sets: true, actual: true, createdAt: true, updatedAt: true }).shape,
    ...setCountFields,
  })
  .meta({ id: 'TodayExercise', description: 'An exercise of a session as it is planned, with its sets counted' })
export type TodayExercise = z.output<typeof TodayExercise>

/** A session of today: as it is planned, with the logged sets counted. */
export const TodaySession = z
  .strictObject({
    ...SessionResource.omit({ exercises: true }).shape,
    exercises: z.array(TodayExercise).max(exercisesMax).meta({ description: 'The exercises, in order' }),
  })
  .meta({ id: 'TodaySession', description: 'A session of today: as it is planned, with the logged sets counted' })
export type TodaySession = z.output<typeof TodaySession>
