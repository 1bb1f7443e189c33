import { momentOfStatement } from '#domain/training/moment-of-directive.js'
import type { TrainingLog } from '#domain/training/training-log.js'

/**
 * Returns the day and instant for what an athlete says about their levels now: see `momentOfStatement`. A
 * session of tomorrow that is completed already counts on top of it.
 */
export function momentOfLevel(
  trainingLog: TrainingLog,
  today: string,
  now: Date,
): { readonly on: string; readonly at: Date } {
  return momentOfStatement(trainingLog, ({ kind }) => kind === 'level' || kind === 'assessment', today, now)
}
