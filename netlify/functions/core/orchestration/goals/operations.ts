import type { Operation } from '#orchestration/contract.js'
import { changeGoal } from './change-goal.js'
import { dropGoal } from './drop-goal.js'
import { getGoal } from './get-goal.js'
import { listGoals } from './list-goals.js'
import { setGoal } from './set-goal.js'

/** What an athlete wants to reach, and when that will be. */
export const goalOperations: readonly Operation[] = [listGoals, setGoal, getGoal, changeGoal, dropGoal]
