import { isPersonal, nothingPersonal } from '#domain/athlete/exercise-settings.js'
import { refuse } from '#domain/refusal.js'
import { ExercisePath } from '#orchestration/library/support/exercises.schema.js'
import { command } from '#orchestration/operation.js'
import { changeMyExercise } from './support/change-my-exercise.js'

/**
 * The row stays: mastery is no matter of taste, and a version that began again at 1 would match an
 * old ETag.
 */
export const deleteMyExercise = command({
  id: 'me.deleteExercise',
  http: { method: 'DELETE', path: '/me/exercises/{exercise}', status: 204 },
  summary: 'Do an exercise by the book again',
  description: "Takes the personal configuration away, so that the library's defaults hold. Mastery stays.",
  access: { scope: 'exercises:write' },
  input: { params: ExercisePath },
  output: null,
  refusals: ['ACCOUNT_NOT_FOUND', 'EXERCISE_NOT_FOUND', 'EXERCISE_CONFIG_NOT_FOUND', 'VERSION_MISMATCH'],
  run: async (context, { params }) => {
    const { statements, events } = await changeMyExercise(context, params.exercise, (settings) =>
      isPersonal(settings)
        ? nothingPersonal
        : refuse('EXERCISE_CONFIG_NOT_FOUND', 'There is no personal configuration of this exercise.'),
    )
    return { statements, events, output: undefined }
  },
})
