import { athleteOperations } from './athlete-operations.js'
import type { Operation } from './contract.js'
import { healthOperations } from './health/operations.js'
import { exerciseOperations, libraryOperations } from './library/operations.js'
import { progressionOperations } from './progression-operations.js'
import { sessionOperations } from './sessions/operations.js'

/** Every operation of the product, whatever serves it. */
export const operations: readonly Operation[] = [
  ...libraryOperations,
  ...exerciseOperations,
  ...athleteOperations,
  ...progressionOperations,
  ...sessionOperations,
  ...healthOperations,
]
