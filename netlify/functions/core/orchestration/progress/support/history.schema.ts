import * as z from 'zod'
import { ExerciseRef } from '#domain/library/exercise-ref.schema.js'
import { exercisesMax, setLogsMax } from '#domain/session/session-exercise.schema.js'
import { SessionId } from '#domain/values/id.schema.js'
import { LocalDate } from '#domain/values/time.schema.js'
import { bodyMassAssumed } from '#orchestration/training/body-mass-assumed.schema.js'
import { workTotalsFields } from './work.schema.js'

const SessionOfExercise = z
  .strictObject({
    sessionId: SessionId,
    date: LocalDate,
    amounts: z
      .array(z.int().min(0).max(3600))
      .max(exercisesMax * setLogsMax)
      .meta({ description: 'Reps or seconds, set by set', example: [8, 8, 7] }),
    best: z.int().min(0).max(3600).meta({ description: 'The best set, in reps or seconds', example: 8 }),
    ...workTotalsFields,
  })
  .meta({ id: 'ExerciseHistoryItem', description: 'An exercise in one session' })

/** Sessions that one answer has at most. */
export const historySessionsMax = 1_000

/** An exercise over time. */
export const ExerciseHistory = z
  .strictObject({
    exercise: ExerciseRef,
    bodyMassAssumed,
    sessions: z.array(SessionOfExercise).max(historySessionsMax).meta({ description: 'Sessions, oldest first' }),
  })
  .meta({ id: 'ExerciseHistory', description: 'An exercise over time' })
