import { type BeforeStatement, momentOfStatement } from '#domain/training/moment-of-directive.js'
import type { GoalId } from '#domain/values/id.schema.js'

/** Returns the day and instant for what an athlete decides about a goal now: see `momentOfStatement`. */
export function momentOfGoal(
  before: BeforeStatement,
  goalId: GoalId,
  today: string,
  now: Date,
): { readonly on: string; readonly at: Date } {
  return momentOfStatement(before, goalId, today, now)
}
