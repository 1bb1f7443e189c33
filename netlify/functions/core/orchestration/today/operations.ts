import type { Operation } from '#orchestration/contract.js'
import { getToday } from './get-today.js'

/** What an app shows first. */
export const todayOperations: readonly Operation[] = [getToday]
