import type { Operation } from '#orchestration/contract.js'
import { deleteMyExercise } from './delete-my-exercise.js'
import { getMyExercise } from './get-my-exercise.js'
import { listMyExercises } from './list-my-exercises.js'
import { patchMyExercise } from './patch-my-exercise.js'
import { putMyExercise } from './put-my-exercise.js'

/** The athlete's own settings of single exercises. */
export const exerciseConfigOperations: readonly Operation[] = [
  listMyExercises,
  getMyExercise,
  putMyExercise,
  patchMyExercise,
  deleteMyExercise,
]
