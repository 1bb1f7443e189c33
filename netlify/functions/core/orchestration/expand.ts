import * as z from 'zod'
import { ExerciseEntry } from '#domain/library/exercise-entry.schema.js'
import { ExerciseRef } from '#domain/library/exercise-ref.schema.js'
import { TrainedExercise } from '#domain/session/session-exercise.schema.js'
import { nameList } from './name-list.js'

/**
 * Makes the query parameter `expand`: places in an answer, or in each item of a list, whose things are to be
 * shown in full. A place is the names of the fields that lead to it; the one before a dot comes with it.
 */
export function expandQuery<const Name extends string>(places: readonly Name[]) {
  return nameList(places, 'place')
    .transform((asked) => places.filter((place) => asked.some((one) => one === place || one.startsWith(`${place}.`))))
    .meta({
      description: `Show in full what stands there, joined by commas: ${places.join(', ')}. Whatever is expanded, it stays one request to the database`,
      example: places[0],
    })
}

/** Describes a place in an answer that `expand` shows in full. */
export const inFullToo = 'The exercise of the library, in short; all that the library has of it with `expand`'

/** An exercise that a session names, or the whole of it. */
export const ExpandableTrainedExercise = z.union([TrainedExercise, ExerciseEntry]).meta({ description: inFullToo })

/** An exercise in the short form, or the whole of it. */
export const ExpandableExerciseRef = z.union([ExerciseRef, ExerciseEntry]).meta({ description: inFullToo })
