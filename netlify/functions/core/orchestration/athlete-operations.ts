import { checkInOperations } from './check-ins/operations.js'
import type { Operation } from './contract.js'
import { deloadOperations } from './deload/operations.js'
import { exerciseConfigOperations } from './exercise-configs/operations.js'
import { goalOperations } from './goals/operations.js'
import { keyOperations } from './keys/operations.js'
import { levelOperations } from './levels/operations.js'
import { loadOperations } from './load/operations.js'
import { privacyOperations } from './privacy/operations.js'
import { profileOperations } from './profile/operations.js'
import { progressOperations } from './progress/operations.js'
import { routineOperations } from './routines/operations.js'
import { todayOperations } from './today/operations.js'
import { webhookOperations } from './webhooks/operations.js'
import { workoutOperations } from './workouts/operations.js'

/** Everything below `/me`: what belongs to the athlete who calls. */
export const athleteOperations: readonly Operation[] = [
  ...profileOperations,
  ...todayOperations,
  ...levelOperations,
  ...exerciseConfigOperations,
  ...workoutOperations,
  ...routineOperations,
  ...progressOperations,
  ...checkInOperations,
  ...loadOperations,
  ...deloadOperations,
  ...goalOperations,
  ...keyOperations,
  ...webhookOperations,
  ...privacyOperations,
]
