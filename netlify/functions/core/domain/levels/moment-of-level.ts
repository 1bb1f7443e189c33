import { type BeforeStatement, momentOfStatement } from '#domain/training/moment-of-directive.js'

/**
 * Returns the day and instant for what an athlete says about their levels now: see `momentOfStatement`. A
 * session of tomorrow that is completed already counts on top of it.
 */
export function momentOfLevel(
  before: BeforeStatement,
  today: string,
  now: Date,
): { readonly on: string; readonly at: Date } {
  return momentOfStatement(before, 'levels', today, now)
}
