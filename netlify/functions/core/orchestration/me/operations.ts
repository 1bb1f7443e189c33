import type { Endpoint } from '#http/endpoint.js'
import { deleteMyExercise } from './delete-my-exercise.js'
import { getMyExercise } from './get-my-exercise.js'
import { getMyProfile } from './get-my-profile.js'
import { getMyWeek } from './get-my-week.js'
import { listMyDays } from './list-my-days.js'
import { listMyExercises } from './list-my-exercises.js'
import { listMyLevels } from './list-my-levels.js'
import { patchMyExercise } from './patch-my-exercise.js'
import { patchMyProfile } from './patch-my-profile.js'
import { putMyExercise } from './put-my-exercise.js'
import { putMyLevel } from './put-my-level.js'

/** What belongs to the athlete who calls. */
export const meOperations: readonly Endpoint[] = [
  getMyProfile,
  patchMyProfile,
  listMyLevels,
  putMyLevel,
  listMyExercises,
  getMyExercise,
  putMyExercise,
  patchMyExercise,
  deleteMyExercise,
  listMyDays,
  getMyWeek,
]
