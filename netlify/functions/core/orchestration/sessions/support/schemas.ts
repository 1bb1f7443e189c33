import * as z from 'zod'
import { DurationMinutes, SessionLevel, SessionPlace, SessionStatus } from '#domain/session/session.schema.js'
import { exercisesMax, SessionExerciseAnswer, setLogsMax } from '#domain/session/session-exercise.schema.js'
import { Notes } from '#domain/session/set-log.schema.js'
import { SessionExerciseId, SessionId, SetId, Version } from '#domain/values/id.schema.js'
import { Instant, LocalDate, LocalTime } from '#domain/values/time.schema.js'
import { ExpandableTrainedExercise } from '#orchestration/expand.js'

export const SessionPath = z.strictObject({ sessionId: SessionId.meta({ description: 'Id of the session' }) })

export const SessionExercisePath = SessionPath.extend({
  sessionExerciseId: SessionExerciseId.meta({ description: 'Id of the exercise in the session' }),
})

export const SetPath = SessionExercisePath.extend({ setId: SetId.meta({ description: 'Id of the logged set' }) })

const session = {
  id: SessionId,
  date: LocalDate,
  isToday: z.boolean().meta({ description: "The date is today in the athlete's time zone", example: true }),
  time: LocalTime.nullable(),
  status: SessionStatus,
  level: SessionLevel.nullable(),
  placeId: SessionPlace,
  durationMinutes: DurationMinutes.nullable(),
  notes: Notes.nullable(),
  startedAt: Instant.nullable(),
  completedAt: Instant.nullable(),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
}

const count = (max: number, description: string) => z.int().min(0).max(max).meta({ description, example: 4 })

/** A session with its exercises and their sets. */
export const SessionResource = z
  .strictObject({
    ...session,
    exercises: z.array(SessionExerciseAnswer).max(exercisesMax).meta({ description: 'The exercises, in order' }),
  })
  .meta({ id: 'Session', description: 'A training session with its exercises and their sets' })
export type SessionResource = z.output<typeof SessionResource>

/** An exercise of a session whose exercise of the library may be shown in full. */
const ExpandableSessionExercise = z
  .strictObject({ ...SessionExerciseAnswer.shape, exercise: ExpandableTrainedExercise })
  .meta({ id: 'ExpandableSessionExercise', description: 'An exercise of a session with its sets' })

const exercises = z.array(ExpandableSessionExercise).max(exercisesMax).meta({ description: 'The exercises, in order' })

/** A session whose exercises may be shown in full. */
export const ExpandableSession = z
  .strictObject({ ...session, exercises })
  .meta({ id: 'ExpandableSession', description: 'A training session with its exercises and their sets' })

/** A session in a list: it counts its exercises, and lists them where that was asked for. */
export const SessionListItem = z
  .strictObject({
    ...session,
    exerciseCount: count(exercisesMax, 'Exercises of the session'),
    completedExerciseCount: count(exercisesMax, 'Exercises that are done'),
    setCount: count(exercisesMax * setLogsMax, 'Logged sets'),
    exercises: exercises
      .exactOptional()
      .meta({ description: 'The exercises with their sets, with `expand=exercises`' }),
  })
  .meta({ id: 'SessionListItem', description: 'A training session without its exercises' })
export type SessionListItem = z.output<typeof SessionListItem>
