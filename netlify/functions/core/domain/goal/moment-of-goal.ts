import type { TrainingLog } from '#domain/training/training-log.js'
import type { GoalId } from '#domain/values/id.schema.js'
import { touchedAt } from '#domain/values/touched-at.js'

/**
 * Returns the day and instant for what an athlete decides about a goal now: today, also where a session
 * of tomorrow is completed already, because what is done today is to count. They come after what
 * was done until now, and after the last decision about the same goal, whose day may be tomorrow for
 * an athlete who flew west over the date line.
 */
export function momentOfGoal(
  { sessions, directives }: TrainingLog,
  goalId: GoalId,
  today: string,
  now: Date,
): { on: string; at: Date } {
  const decided = directives.filter((directive) => directive.kind === 'goal' && directive.goalId === goalId)
  const on = decided.reduce((last, directive) => (directive.on > last ? directive.on : last), today)
  const before = [
    ...sessions.filter(({ date }) => date >= on).map(({ completedAt }) => completedAt),
    ...decided.filter((directive) => directive.on === on).map(({ at }) => at),
  ]
  return { on, at: before.reduce((at, instant) => new Date(touchedAt(at, instant)), now) }
}
