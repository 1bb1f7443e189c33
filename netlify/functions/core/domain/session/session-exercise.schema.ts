import * as z from 'zod'
import { Modifier } from '#domain/effort/modifier.schema.js'
import { ExerciseKey, exerciseRefFields } from '#domain/library/exercise-ref.schema.js'
import { prescriptionFields } from '#domain/library/prescription.schema.js'
import { Metric } from '#domain/library/vocabulary.js'
import { PerformedAmount } from '#domain/training/performed-sets.schema.js'
import { SessionExerciseId, Version } from '#domain/values/id.schema.js'
import { posted } from '#domain/values/posted.js'
import { clearable, omissible } from '#domain/values/text.schema.js'
import { Instant } from '#domain/values/time.schema.js'
import { Notes, SetLog } from './set-log.schema.js'

/** The most exercises in a session. */
export const exercisesMax = 50

/** The most sets logged for an exercise of a session, both sides counted. */
export const setLogsMax = 100

const { sets, tempo, restSeconds } = prescriptionFields
const { id, slug, name, category } = exerciseRefFields

/** The exercise of the library, in the short form that a session shows. */
export const TrainedExercise = z
  .strictObject({
    id,
    slug,
    name,
    category,
    metric: Metric.meta({ description: 'What a set counts', example: 'reps' }),
    unilateral: z.boolean().meta({ description: 'Sets are counted per side', example: false }),
  })
  .meta({ id: 'TrainedExercise', description: 'The exercise of the library, in short' })
export type TrainedExercise = Readonly<z.output<typeof TrainedExercise>>

/** The exercises that are done in turn. */
export const Group = z.int().min(1).max(exercisesMax).meta({
  description:
    'Exercises with the same number are done in turn, a superset or a circuit: round n is set n of each of them',
  example: 1,
})

/**
 * The plan for an exercise. It is copied into the session, so that later changes of the library or
 * of the personal prescription do not touch it.
 */
export const PlannedWork = z
  .strictObject({
    sets,
    modifier: Modifier,
    tempo: tempo.nullable(),
    restSeconds: restSeconds.nullable(),
    notes: Notes.nullable(),
    group: Group.nullable(),
  })
  .meta({ id: 'PlannedWork', description: 'What is planned' })
export type PlannedWork = Readonly<z.output<typeof PlannedWork>>

/** What the athlete did, in short; the set logs are the facts. */
export const ActualWork = z
  .strictObject({
    sets: z
      .array(PerformedAmount)
      .max(setLogsMax)
      .nullable()
      .meta({
        description: 'The logged sets in order, null while there are none',
        example: [{ reps: 8 }, { reps: 7 }],
      }),
    tempo: tempo.nullable(),
    restSeconds: restSeconds.nullable(),
    notes: Notes.nullable(),
  })
  .meta({ id: 'ActualWork', description: 'What was done' })
export type ActualWork = Readonly<z.output<typeof ActualWork>>

/** An exercise of a session with its sets, in an answer. */
export const SessionExerciseAnswer = z
  .strictObject({
    id: SessionExerciseId,
    order: z.int().min(1).max(exercisesMax).meta({ description: 'Place in the session', example: 1 }),
    exercise: TrainedExercise,
    planned: PlannedWork,
    actual: ActualWork,
    completed: z.boolean().meta({ description: 'The athlete is done with it', example: false }),
    version: Version,
    createdAt: Instant,
    updatedAt: Instant,
    sets: z.array(SetLog).max(setLogsMax).meta({ description: 'The logged sets, in order' }),
  })
  .meta({ id: 'SessionExercise', description: 'An exercise of a session with its sets' })
export type SessionExerciseAnswer = z.output<typeof SessionExerciseAnswer>

/**
 * An exercise to plan: what is left out comes from the athlete's personal prescription, else from
 * the library.
 */
export const PlanExercise = posted({
  id: SessionExerciseId.optional(),
  exercise: ExerciseKey,
  sets: sets.optional(),
  modifier: Modifier.optional().meta({ description: 'As the library describes it when it is left out' }),
  tempo: tempo.optional(),
  restSeconds: restSeconds.optional(),
  notes: omissible(Notes),
  group: Group.optional(),
}).meta({
  id: 'PlanExercise',
  description: 'An exercise to plan',
  example: { exercise: 'archer-pull-up', sets: [{ reps: 5 }, { reps: 5 }] },
})
export type PlanExercise = Readonly<z.output<typeof PlanExercise>>

/** A merge patch of an exercise of a session (RFC 7396): null deletes. */
export const EditSessionExercise = z
  .strictObject({
    order: z.int().min(1).max(exercisesMax).optional().meta({ description: 'New place; the others move', example: 2 }),
    planned: z
      .strictObject({
        sets: sets.optional(),
        modifier: Modifier.optional(),
        tempo: tempo.nullish(),
        restSeconds: restSeconds.nullish(),
        notes: clearable(Notes).optional(),
        group: Group.nullish(),
      })
      .optional()
      .meta({ description: 'Changes of the plan', example: { restSeconds: 120 } }),
    actual: z
      .strictObject({ tempo: tempo.nullish(), restSeconds: restSeconds.nullish(), notes: clearable(Notes).optional() })
      .optional()
      .meta({ description: 'Changes of what was done', example: { notes: 'Grip gave out first' } }),
    completed: z.boolean().optional().meta({ description: 'The athlete is done with it', example: true }),
  })
  .meta({
    id: 'EditSessionExercise',
    description: 'What to change in an exercise; null deletes',
    example: { order: 1, actual: { notes: 'Grip gave out first' } },
  })
export type EditSessionExercise = Readonly<z.output<typeof EditSessionExercise>>
