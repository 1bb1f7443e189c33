import { ExerciseEntry } from '#domain/library/exercise-entry.schema.js'
import { exerciseKeys } from '#domain/library/exercise-ref.schema.js'
import { query } from '#orchestration/operation.js'
import { exerciseNotFound } from '#orchestration/refusals.js'
import { findExercise } from '#queries/exercises.js'
import { ExercisePath } from './support/exercises.schema.js'

export const getExercise = query({
  id: 'exercises.get',
  http: { method: 'GET', path: '/exercises/{exercise}', status: 200 },
  summary: 'Get an exercise of the library',
  access: 'public',
  input: { params: ExercisePath },
  output: ExerciseEntry,
  refusals: ['EXERCISE_NOT_FOUND'],
  run: async (context, { params }) =>
    (await context.read(findExercise(exerciseKeys(params.exercise)))) ?? exerciseNotFound(),
})
