import * as z from 'zod'
import { setsAgainstPlan } from '#domain/effort/set-counts.js'
import { ExerciseRef } from '#domain/library/exercise-ref.schema.js'
import { DurationMinutes, SessionStatus } from '#domain/session/session.schema.js'
import { exercisesMax } from '#domain/session/session-exercise.schema.js'
import { SessionExerciseId, SessionId, Version } from '#domain/values/id.schema.js'
import { LocalDate, LocalTime } from '#domain/values/time.schema.js'
import { setCountFields } from './day-summary.schema.js'

const OutlinedExercise = z
  .strictObject({
    id: SessionExerciseId,
    exercise: ExerciseRef.pick({ id: true, slug: true, name: true, category: true }).meta({
      description: 'The exercise of the library',
    }),
    completed: z.boolean().meta({ description: 'The athlete is done with it', example: false }),
    ...setCountFields,
  })
  .meta({ id: 'OutlinedExercise', description: 'An exercise of a session by name, with its sets counted' })

/** A session by the names of its exercises, with sets counted: nothing that was noted is in it. */
export const SessionOutline = z
  .strictObject({
    id: SessionId,
    date: LocalDate,
    time: LocalTime.nullable(),
    status: SessionStatus,
    durationMinutes: DurationMinutes.nullable(),
    version: Version,
    exercises: z.array(OutlinedExercise).max(exercisesMax).meta({ description: 'The exercises, in order' }),
  })
  .meta({ id: 'SessionOutline', description: 'A session by the names of its exercises, with its sets counted' })
export type SessionOutline = z.output<typeof SessionOutline>

/** An exercise of a session as it is stored, with the number of sets that were planned and done. */
type CountedExercise = Omit<z.output<typeof OutlinedExercise>, keyof typeof setCountFields> & {
  readonly planned: number
  readonly done: number
}

/** Outlines an exercise of a session. */
export function outlineExercise({ planned, done, ...exercise }: CountedExercise): z.output<typeof OutlinedExercise> {
  return { ...exercise, ...setsAgainstPlan(planned, done) }
}
