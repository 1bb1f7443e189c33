import { momentOfStatement } from '#domain/training/moment-of-directive.js'
import type { TrainingLog } from '#domain/training/training-log.js'
import type { GoalId } from '#domain/values/id.schema.js'

/** Returns the day and instant for what an athlete decides about a goal now: see `momentOfStatement`. */
export function momentOfGoal(
  trainingLog: TrainingLog,
  goalId: GoalId,
  today: string,
  now: Date,
): { readonly on: string; readonly at: Date } {
  return momentOfStatement(
    trainingLog,
    (directive) => directive.kind === 'goal' && directive.goalId === goalId,
    today,
    now,
  )
}
