import type { Operation } from './contract.js'
import { simulateProgression } from './workouts/simulate-progression.js'

/** What would follow from sessions. */
export const progressionOperations: readonly Operation[] = [simulateProgression]
