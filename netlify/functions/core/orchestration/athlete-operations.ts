import type { Endpoint } from '#http/endpoint.js'
import { goalOperations } from './goals/operations.js'
import { keyOperations } from './keys/operations.js'
import { levelOperations } from './levels/operations.js'
import { meOperations } from './me/operations.js'
import { privacyOperations } from './privacy/operations.js'
import { progressOperations } from './progress/operations.js'
import { recoveryOperations } from './recovery/operations.js'
import { webhookOperations } from './webhooks/operations.js'
import { workoutOperations } from './workouts/operations.js'

/** Everything below `/me`: what belongs to the athlete who calls. */
export const athleteOperations: readonly Endpoint[] = [
  ...meOperations,
  ...levelOperations,
  ...workoutOperations,
  ...progressOperations,
  ...recoveryOperations,
  ...goalOperations,
  ...keyOperations,
  ...webhookOperations,
  ...privacyOperations,
]
