import type { Operation } from '#orchestration/contract.js'
import { acceptNextWorkout } from './accept-next-workout.js'
import { acceptPlan } from './accept-plan.js'
import { getNextWorkout } from './get-next-workout.js'
import { getPath } from './get-path.js'
import { getPlan } from './get-plan.js'
import { getRecommendations } from './get-recommendations.js'
import { getSkillMap } from './get-skill-map.js'

/** What an athlete should train next, and the way to a skill. */
export const workoutOperations: readonly Operation[] = [
  getNextWorkout,
  acceptNextWorkout,
  getPlan,
  acceptPlan,
  getRecommendations,
  getPath,
  getSkillMap,
]
