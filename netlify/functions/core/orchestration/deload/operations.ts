import type { Operation } from '#orchestration/contract.js'
import { applyReturnPlan } from './apply-return-plan.js'
import { beginDeload } from './begin-deload.js'
import { declineDeload } from './decline-deload.js'
import { getDeload } from './get-deload.js'

/** Easier weeks, and the way back after a break. */
export const deloadOperations: readonly Operation[] = [getDeload, beginDeload, declineDeload, applyReturnPlan]
