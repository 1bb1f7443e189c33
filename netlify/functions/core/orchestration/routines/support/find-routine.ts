import * as z from 'zod'
import { refuse } from '#domain/refusal.js'
import { RoutineId } from '#domain/values/id.schema.js'

export const RoutinePath = z.strictObject({ routineId: RoutineId.meta({ description: 'Id of the routine' }) })

/** Refuses: the athlete has no such routine. */
export function routineNotFound(): never {
  return refuse('ROUTINE_NOT_FOUND', 'You have no such routine.')
}
