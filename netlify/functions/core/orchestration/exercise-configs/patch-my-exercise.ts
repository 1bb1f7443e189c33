import { ExerciseConfiguration, PersonalPrescriptionPatch } from '#domain/athlete/exercise-configuration.schema.js'
import { ExercisePath } from '#orchestration/library/support/exercises.schema.js'
import { command } from '#orchestration/operation.js'
import { changeMyExercise } from './support/change-my-exercise.js'

export const patchMyExercise = command({
  id: 'me.patchExercise',
  http: { method: 'PATCH', path: '/me/exercises/{exercise}', status: 200 },
  summary: 'Change how I do an exercise',
  description: "A merge patch (RFC 7396): null goes back to the library's default, sets are replaced as a whole.",
  access: { scope: 'exercises:write' },
  input: { params: ExercisePath, body: PersonalPrescriptionPatch },
  output: ExerciseConfiguration,
  refusals: ['ACCOUNT_NOT_FOUND', 'EXERCISE_NOT_FOUND', 'METRIC_MISMATCH', 'VERSION_MISMATCH'],
  run: (context, { params, body }) =>
    changeMyExercise(context, params.exercise, ({ personal }) => ({ ...personal, ...body })),
})
