import { ExerciseConfiguration } from '#domain/athlete/exercise-configuration.schema.js'
import { configurationOf } from '#domain/athlete/exercise-settings.js'
import { exerciseKeys } from '#domain/library/exercise-ref.schema.js'
import { ExercisePath } from '#orchestration/library/support/exercises.schema.js'
import { query } from '#orchestration/operation.js'
import { exerciseNotFound } from '#orchestration/refusals.js'
import { findExerciseSettings } from '#queries/user-exercise-configs.js'

export const getMyExercise = query({
  id: 'me.getExercise',
  http: { method: 'GET', path: '/me/exercises/{exercise}', status: 200 },
  summary: 'Get how I do an exercise',
  description: "What holds for the athlete, which is the library's default until they say otherwise.",
  access: { scope: 'exercises:read' },
  input: { params: ExercisePath },
  output: ExerciseConfiguration,
  refusals: ['EXERCISE_NOT_FOUND'],
  run: async (context, { params }) => {
    const keys = { userId: context.athleteId, ...exerciseKeys(params.exercise) }
    return configurationOf((await context.read(findExerciseSettings(keys))) ?? exerciseNotFound())
  },
})
