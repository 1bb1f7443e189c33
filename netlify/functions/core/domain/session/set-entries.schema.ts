import * as z from 'zod'
import { SessionExerciseId } from '#domain/values/id.schema.js'
import { LogSet } from './set-log.schema.js'

/** The most sets that are logged in one request. */
export const setEntriesMax = 100

/** Performed sets of any exercises of a session, in the order in which they were done. */
export const LogSets = z
  .strictObject({
    sets: z
      .array(
        LogSet.safeExtend({
          sessionExerciseId: SessionExerciseId.meta({ description: 'Id of the exercise in the session' }),
        }).meta({
          id: 'SetEntry',
          description: 'A performed set, and the exercise of the session that it belongs to',
          example: { sessionExerciseId: '0198c0de-7a11-7000-8000-000000000002', reps: 8, rpe: 8 },
        }),
      )
      .min(1)
      .max(setEntriesMax)
      .meta({ description: 'The sets, in the order in which they were done' }),
  })
  .meta({
    id: 'LogSets',
    description: 'Performed sets of any exercises of a session',
    example: {
      sets: [
        { sessionExerciseId: '0198c0de-7a11-7000-8000-000000000002', reps: 8, rpe: 8 },
        { sessionExerciseId: '0198c0de-7a11-7000-8000-000000000002', reps: 7, rpe: 9 },
      ],
    },
  })
export type LogSets = Readonly<z.output<typeof LogSets>>
