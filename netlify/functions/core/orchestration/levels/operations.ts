import type { Operation } from '#orchestration/contract.js'
import { assessLevels } from './assess-levels.js'
import { getAssessment } from './get-assessment.js'
import { getEstimate } from './get-estimate.js'
import { getLevelTest } from './get-test.js'
import { listMyLevels } from './list-my-levels.js'
import { putMyLevel } from './put-my-level.js'
import { takeTest } from './take-test.js'

/** Where an athlete stands, what the log says of it, and how to rise. */
export const levelOperations: readonly Operation[] = [
  listMyLevels,
  putMyLevel,
  getAssessment,
  assessLevels,
  getEstimate,
  getLevelTest,
  takeTest,
]
