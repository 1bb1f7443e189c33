import type { Operation } from '#orchestration/contract.js'
import { changeRoutine } from './change-routine.js'
import { createRoutine } from './create-routine.js'
import { deleteRoutine } from './delete-routine.js'
import { getRoutine } from './get-routine.js'
import { listRoutines } from './list-routines.js'
import { planRoutine } from './plan-routine.js'

/** Workouts that an athlete keeps, to plan them again. */
export const routineOperations: readonly Operation[] = [
  listRoutines,
  createRoutine,
  getRoutine,
  changeRoutine,
  deleteRoutine,
  planRoutine,
]
