import * as z from 'zod'
import type { DailyCheckIn } from '#domain/recovery/check-in.schema.js'
import { refuse } from '#domain/refusal.js'
import { CheckInId } from '#domain/values/id.schema.js'
import type { Context } from '#orchestration/context.js'
import { findCheckIn as findStatement } from '#queries/check-ins.js'

/** The path of one check-in. */
export const CheckInPath = z.strictObject({ checkInId: CheckInId.meta({ description: 'Id of the check-in' }) })

/** Reads one of the athlete's check-ins. Refuses with CHECK_IN_NOT_FOUND. */
export async function findCheckIn(context: Context, id: CheckInId): Promise<DailyCheckIn> {
  const found = await context.read(findStatement({ userId: context.athleteId, id }))
  return found ?? refuse('CHECK_IN_NOT_FOUND', 'You have no such check-in.')
}
