import type { Operation } from '#orchestration/contract.js'
import { changeCheckIn } from './change-check-in.js'
import { deleteCheckIn } from './delete-check-in.js'
import { getCheckIn } from './get-check-in.js'
import { getReadiness } from './get-readiness.js'
import { listCheckIns } from './list-check-ins.js'
import { recordCheckIn } from './record-check-in.js'

/** How the athlete is: check-ins, and the readiness that follows from them. */
export const checkInOperations: readonly Operation[] = [
  listCheckIns,
  recordCheckIn,
  getCheckIn,
  changeCheckIn,
  deleteCheckIn,
  getReadiness,
]
