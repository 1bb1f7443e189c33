import { ExerciseConfiguration, PersonalPrescription } from '#domain/athlete/exercise-configuration.schema.js'
import { ExercisePath } from '#orchestration/library/support/exercises.schema.js'
import { command } from '#orchestration/operation.js'
import { changeMyExercise } from './support/change-my-exercise.js'

export const putMyExercise = command({
  id: 'me.putExercise',
  http: { method: 'PUT', path: '/me/exercises/{exercise}', status: 200 },
  summary: 'Say how I do an exercise',
  description: "Replaces the personal configuration; what is left out goes back to the library's default.",
  access: { scope: 'exercises:write' },
  input: { params: ExercisePath, body: PersonalPrescription },
  output: ExerciseConfiguration,
  refusals: ['ACCOUNT_NOT_FOUND', 'EXERCISE_NOT_FOUND', 'METRIC_MISMATCH', 'VERSION_MISMATCH'],
  run: (context, { params, body }) => changeMyExercise(context, params.exercise, () => body),
})
