import * as z from 'zod'
import { ExerciseRef } from '#domain/library/exercise-ref.schema.js'
import { exercisesMax, setLogsMax } from '#domain/session/session-exercise.schema.js'
import { SetLog } from '#domain/session/set-log.schema.js'
import { SessionExerciseId, SessionId } from '#domain/values/id.schema.js'
import { LocalDate } from '#domain/values/time.schema.js'

const way = <Method extends string>(method: Method, description: string, example: string) =>
  z
    .strictObject({
      method: z.literal(method),
      path: z.string().max(200).meta({ description: 'Path below `/api/v1`', example }),
    })
    .meta({ description, example: { method, path: example } })

const entryPath = '/sessions/0198c0de-7a11-7000-8000-000000000001/exercises/0198c0de-7a11-7000-8000-000000000002'

const SetToReview = z
  .strictObject({
    ...SetLog.pick({ id: true, setNumber: true, side: true, kind: true }).shape,
    ...SetLog.pick({ reps: true, duration: true, weightKg: true, rpe: true }).shape,
    correct: way(
      'PATCH',
      'Corrects the set; needs the scope `sessions:write`',
      `${entryPath}/sets/0198c0de-7a11-7000-8000-000000000003`,
    ),
  })
  .meta({ id: 'SetToReview', description: 'A set of an entry that waits for review, as it was logged' })

/** Something that waits for review, with both ways out. */
export const ReviewItem = z
  .strictObject({
    sessionExerciseId: SessionExerciseId.meta({ description: 'The exercise of the session that waits' }),
    sessionId: SessionId,
    exercise: ExerciseRef,
    on: LocalDate,
    why: z.string().max(300).meta({
      description: 'Why it waits, and what does not follow until then, in a sentence',
      example:
        'You logged up to 100 reps, far above what was known of you: it raises no target and is no record, goal or level until you confirm or correct it.',
    }),
    sets: z
      .array(SetToReview)
      .max(exercisesMax * setLogsMax)
      .meta({ description: 'The sets as they were logged, of every place of the session that was judged with it' }),
    confirm: way('POST', 'Confirms that it was so; needs the scope `sessions:write`', `${entryPath}/confirm`),
  })
  .meta({ id: 'ReviewItem', description: 'An exercise of a session that waits to be confirmed or corrected' })
export type ReviewItem = z.output<typeof ReviewItem>
