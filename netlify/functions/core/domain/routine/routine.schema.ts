import * as z from 'zod'
import { Modifier } from '#domain/effort/modifier.schema.js'
import { ExerciseKey } from '#domain/library/exercise-ref.schema.js'
import { prescriptionFields } from '#domain/library/prescription.schema.js'
import { exercisesMax, Group, TrainedExercise } from '#domain/session/session-exercise.schema.js'
import { Notes } from '#domain/session/set-log.schema.js'
import { exactlyOneOf } from '#domain/values/exactly-one-of.js'
import { RoutineId, SessionId, Version } from '#domain/values/id.schema.js'
import { posted } from '#domain/values/posted.js'
import { clearable, freeText } from '#domain/values/text.schema.js'
import { Instant, LocalDate } from '#domain/values/time.schema.js'

const { sets, tempo, restSeconds } = prescriptionFields

const onTheDay = 'null for what the athlete, else the library, says on the day it is planned'

/** What a routine says of an exercise; null leaves it to the day on which it is planned. */
const written = {
  sets: sets.nullable().meta({ description: `The sets as they are planned; ${onTheDay}` }),
  tempo: tempo.nullable().meta({ description: `Tempo; ${onTheDay}`, example: '3-0-1-1' }),
  restSeconds: restSeconds.nullable().meta({ description: `Rest between sets in seconds; ${onTheDay}`, example: 90 }),
  notes: clearable(Notes).meta({ description: `What to bear in mind; ${onTheDay}` }),
  group: Group.nullable(),
}

const modifier = Modifier.meta({ description: 'How it is done harder than the library describes it' })

/** An exercise of a routine. */
export const RoutineExercise = z
  .strictObject({ exercise: TrainedExercise, ...written, modifier })
  .meta({ id: 'RoutineExercise', description: 'An exercise of a routine, in its place' })
export type RoutineExercise = Readonly<z.output<typeof RoutineExercise>>

const name = freeText(100).meta({ description: 'What the athlete calls it', example: 'Pull day' })
const notes = clearable(Notes).meta({ description: 'Go along into every session that is planned from it' })
const stamps = { version: Version, createdAt: Instant, updatedAt: Instant }

/** A workout that an athlete keeps, to plan it again. */
export const Routine = z
  .strictObject({ id: RoutineId, name, notes, exercises: z.array(RoutineExercise).min(1).max(exercisesMax), ...stamps })
  .meta({ id: 'Routine', description: 'A workout that the athlete keeps, to plan it again' })
export type Routine = Readonly<z.output<typeof Routine>>

/** A routine in a list: it names its exercises, and says nothing of how they are done. */
export const ListedRoutine = z
  .strictObject({ id: RoutineId, name, notes, exercises: z.array(TrainedExercise).max(exercisesMax), ...stamps })
  .meta({ id: 'ListedRoutine', description: 'A routine in a list, with the names of its exercises' })
export type ListedRoutine = Readonly<z.output<typeof ListedRoutine>>

/** An exercise to write into a routine. */
export const WriteRoutineExercise = posted({
  exercise: ExerciseKey,
  sets: written.sets.exactOptional(),
  modifier: modifier.exactOptional(),
  tempo: written.tempo.exactOptional(),
  restSeconds: written.restSeconds.exactOptional(),
  notes: written.notes.exactOptional(),
  group: written.group.exactOptional(),
}).meta({
  id: 'WriteRoutineExercise',
  description: 'An exercise to write into a routine. What is left out is left to the day on which it is planned',
  example: { exercise: 'pull-up', sets: [{ reps: 6 }, { reps: 5 }, { reps: 5 }] },
})
export type WriteRoutineExercise = Readonly<z.output<typeof WriteRoutineExercise>>

const exercises = z
  .array(WriteRoutineExercise)
  .min(1)
  .max(exercisesMax)
  .meta({ description: 'The exercises, in order' })

/** A routine to make: by hand, from the plan of a session, or from what was recommended. */
export const CreateRoutine = exactlyOneOf(
  posted({
    id: RoutineId.exactOptional(),
    name,
    notes: notes.exactOptional(),
    exercises: exercises.exactOptional(),
    fromSession: SessionId.exactOptional().meta({
      description: 'In place of `exercises`: the plan of this session, whatever became of it',
    }),
    fromRecommendation: LocalDate.exactOptional().meta({
      description: 'In place of `exercises`: what the next workout of this day was, as it was shown last',
      example: '2026-11-22',
    }),
  }),
  ['exercises', 'fromSession', 'fromRecommendation'],
  { path: 'exercises' },
).meta({
  id: 'CreateRoutine',
  description: 'A routine to keep: its exercises, or the session or the recommendation that it is made from',
  example: { name: 'Pull day', exercises: [{ exercise: 'pull-up', sets: [{ reps: 6 }, { reps: 5 }] }] },
})
export type CreateRoutine = Readonly<z.output<typeof CreateRoutine>>

/** A merge patch of a routine (RFC 7396): null deletes, and a list replaces the whole list. */
export const ChangeRoutine = z
  .strictObject({ name: name.exactOptional(), notes: notes.exactOptional(), exercises: exercises.exactOptional() })
  .meta({
    id: 'ChangeRoutine',
    description: 'What to change in a routine; null deletes, and `exercises` replaces all of them',
    example: { name: 'Pull day, heavy' },
  })
export type ChangeRoutine = Readonly<z.output<typeof ChangeRoutine>>
