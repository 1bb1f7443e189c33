import { momentOfDirective } from '#domain/training/moment-of-directive.js'
import type { TrainingLog } from '#domain/training/training-log.js'
import type { GoalId } from '#domain/values/id.schema.js'
import { touchedAt } from '#domain/values/touched-at.js'

/**
 * Returns the day and instant for what an athlete decides about a goal now. They also come after
 * the last decision about the same goal, whose day may be tomorrow for an athlete who flew west
 * over the date line.
 */
export function momentOfGoal(
  trainingLog: TrainingLog,
  goalId: GoalId,
  today: string,
  now: Date,
): { on: string; at: Date } {
  const usual = momentOfDirective(trainingLog, today, now)
  const earlier = trainingLog.directives.filter((directive) => directive.kind === 'goal' && directive.goalId === goalId)
  const on = [usual.on, ...earlier.map((directive) => directive.on)].toSorted().at(-1) ?? usual.on
  const last = earlier
    .filter((directive) => directive.on === on)
    .map((directive) => directive.at)
    .toSorted()
    .at(-1)
  return { on, at: last === undefined ? usual.at : new Date(touchedAt(usual.at, last)) }
}
