import type { Statement } from '#database/statement.js'
import { addDays } from '#domain/calendar/days-between.js'
import { todayAnywhere } from '#domain/calendar/time-zone.js'
import type { DailyCheckIn } from '#domain/recovery/check-in.schema.js'
import type { Context } from '#orchestration/context.js'
import { listCheckIns } from '#queries/check-ins.js'

/** Two days too many, because where the athlete is it may be tomorrow or still yesterday. */
const spareDays = 2

/**
 * The statement that reads the check-ins of the last four weeks, and those that each of them is
 * compared with.
 */
export function recentCheckIns({ athleteId: userId, now, rules }: Context): Statement<DailyCheckIn[]> {
  const days = rules.deload.lowReadiness.checkInDays + rules.readiness.baseline.days + spareDays
  const from = addDays(todayAnywhere(now).from, -days)
  return listCheckIns({ userId, from, to: null, before: null, limit: days + 2 * spareDays })
}
