import type { Operation } from '#orchestration/contract.js'
import { getLoad } from './get-load.js'
import { getWarnings } from './get-warnings.js'

/** What training asks of the athlete: load, and the warnings that follow from it. */
export const loadOperations: readonly Operation[] = [getLoad, getWarnings]
