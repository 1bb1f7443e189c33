import type { Endpoint } from '#http/endpoint.js'
import { applyReturnPlan } from './apply-return-plan.js'
import { beginDeload } from './begin-deload.js'
import { changeCheckIn } from './change-check-in.js'
import { deleteCheckIn } from './delete-check-in.js'
import { getCheckIn } from './get-check-in.js'
import { getDeload } from './get-deload.js'
import { getLoad } from './get-load.js'
import { getReadiness } from './get-readiness.js'
import { getWarnings } from './get-warnings.js'
import { listCheckIns } from './list-check-ins.js'
import { recordCheckIn } from './record-check-in.js'

/** How an athlete bears the training: check-ins, readiness, load, warnings, easier weeks. */
export const recoveryOperations: readonly Endpoint[] = [
  listCheckIns,
  recordCheckIn,
  getCheckIn,
  changeCheckIn,
  deleteCheckIn,
  getReadiness,
  getLoad,
  getWarnings,
  getDeload,
  beginDeload,
  applyReturnPlan,
]
