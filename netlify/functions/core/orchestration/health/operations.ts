import type { Operation } from '#orchestration/contract.js'
import { getLive } from './get-live.js'
import { getReady } from './get-ready.js'

export const healthOperations: readonly Operation[] = [getLive, getReady]
