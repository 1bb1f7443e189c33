import * as z from 'zod'
import { ExerciseKey } from '#domain/library/exercise-ref.schema.js'
import { SetPrescription } from '#domain/library/sets.schema.js'
import { PerformedAmount } from '#domain/training/performed-sets.schema.js'
import { SessionExerciseId, SessionId, SetId, Version } from '#domain/values/id.schema.js'
import { GivenInstant, LocalDate } from '#domain/values/time.schema.js'
import { EditSession, SessionStatus } from './session.schema.js'
import { EditSessionExercise, exercisesMax, setLogsMax, TrainedExercise } from './session-exercise.schema.js'
import { CorrectSet } from './set-log.schema.js'

const readOnly = 'Kept by the server: left out, or as it was answered'

/** What the server keeps of a session and of each of its parts. */
const keptFields = {
  version: Version.optional().meta({ description: readOnly, readOnly: true }),
  createdAt: GivenInstant.optional().meta({ description: readOnly, readOnly: true }),
  updatedAt: GivenInstant.optional().meta({ description: readOnly, readOnly: true }),
}

const { reps, duration } = CorrectSet.shape

/** A set of a whole session: exactly one of `reps` and `duration`. */
const SetDocument = CorrectSet.extend({
  id: SetId.optional().meta({ description: 'Without one, the set with this number and side' }),
  reps: reps.nullable(),
  duration: duration.nullable(),
  completedAt: GivenInstant.optional().meta({
    description: 'When the set ended; when the session ended, or now, when it is left out',
  }),
  planned: SetPrescription.nullish().meta({ description: readOnly, readOnly: true }),
  ...keptFields,
})
  .refine((set) => ((set.reps ?? null) === null) !== ((set.duration ?? null) === null), {
    error: 'give exactly one of reps and duration',
    params: { code: 'EXACTLY_ONE' },
  })
  .meta({
    id: 'SetDocument',
    description: 'A set of a whole session: exactly one of reps and duration',
    example: { reps: 8, rpe: 8, completedAt: '2026-11-22T11:20:00Z' },
  })
export type SetDocument = Readonly<z.output<typeof SetDocument>>

const { id, ...names } = TrainedExercise.shape

/** An exercise of the library by its id or slug, or as answers show it: then the id counts. */
const NamedExercise = z.union([
  ExerciseKey,
  z.strictObject({ id, ...z.object(names).partial().shape }).meta({ description: 'As answers show it: `id` counts' }),
])

const ExerciseDocument = z
  .strictObject({
    id: SessionExerciseId.optional().meta({
      description: 'Without one, the next exercise of the session that is the same of the library',
    }),
    order: z.int().min(1).max(exercisesMax).optional().meta({ description: 'The list is in this order', example: 1 }),
    exercise: NamedExercise.meta({ description: 'The exercise of the library', example: 'push-up' }),
    planned: EditSessionExercise.shape.planned.meta({
      description: 'What is planned; where nothing is said, as for a session that is planned by itself',
      example: { sets: [{ reps: 8 }] },
    }),
    actual: EditSessionExercise.shape.actual
      .unwrap()
      .extend({
        sets: z
          .array(PerformedAmount)
          .max(setLogsMax)
          .nullish()
          .meta({ description: 'Follows from the sets', readOnly: true }),
      })
      .optional()
      .meta({ description: 'What was done, besides the sets', example: { notes: 'Slow and clean' } }),
    completed: EditSessionExercise.shape.completed,
    ...keptFields,
    sets: z
      .array(SetDocument)
      .max(setLogsMax)
      .optional()
      .meta({ description: 'All sets that were done, in order; those that are not among them go' }),
  })
  .meta({
    id: 'SessionExerciseDocument',
    description: 'An exercise of a whole session, with all its sets',
    example: { exercise: 'push-up', sets: [{ reps: 8, rpe: 8 }] },
  })
export type ExerciseDocument = Readonly<z.output<typeof ExerciseDocument>>

/**
 * A whole session, as answers show it. What is left out stays as it is, or has what a new session
 * has; null clears; a list that is given is whole.
 */
export const SessionDocument = z
  .strictObject({
    id: SessionId.optional().meta({ description: 'As in the address', readOnly: true }),
    ...EditSession.shape,
    date: LocalDate,
    isToday: z.boolean().optional().meta({ description: 'Of the moment, and not looked at', readOnly: true }),
    status: SessionStatus,
    startedAt: GivenInstant.nullish().meta({ description: 'When it began; without it as for single requests' }),
    completedAt: GivenInstant.nullish().meta({ description: 'When it ended; without it as for single requests' }),
    ...keptFields,
    exercises: z
      .array(ExerciseDocument)
      .max(exercisesMax)
      .refine((items) => areDistinct(items.map((item) => item.id)), { error: 'two exercises have the same id' })
      .refine((items) => areDistinct(items.flatMap(({ sets = [] }) => sets.map((set) => set.id))), {
        error: 'two sets have the same id',
      })
      .optional()
      .meta({ description: 'All exercises, in order; those that are not among them go, with their sets' }),
  })
  .meta({
    id: 'SessionDocument',
    description: 'A whole session, with its exercises and all their sets',
    example: {
      date: '2026-11-22',
      status: 'completed',
      startedAt: '2026-11-22T11:00:00Z',
      completedAt: '2026-11-22T11:45:00Z',
      exercises: [
        {
          exercise: 'push-up',
          sets: [
            { reps: 8, rpe: 7 },
            { reps: 8, rpe: 8 },
          ],
        },
      ],
    },
  })
export type SessionDocument = Readonly<z.output<typeof SessionDocument>>

function areDistinct(ids: readonly (string | undefined)[]): boolean {
  const given = ids.filter((one) => one !== undefined)
  return new Set(given).size === given.length
}
