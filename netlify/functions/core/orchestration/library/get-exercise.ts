import * as z from 'zod'
import { ExerciseEntry } from '#domain/library/exercise-entry.schema.js'
import { ExerciseKey, exerciseKeys } from '#domain/library/exercise-ref.schema.js'
import { query } from '#orchestration/operation.js'
import { findExercise } from '#queries/exercises.js'
import { exerciseNotFound } from './support/exercise-not-found.js'

export const getExercise = query({
  id: 'exercises.get',
  http: { method: 'GET', path: '/exercises/{exercise}', status: 200 },
  summary: 'Get an exercise of the library',
  access: 'public',
  input: { params: z.strictObject({ exercise: ExerciseKey }) },
  output: ExerciseEntry,
  refusals: ['EXERCISE_NOT_FOUND'],
  run: async (context, { params }) =>
    (await context.read(findExercise(exerciseKeys(params.exercise)))) ?? exerciseNotFound(),
})
