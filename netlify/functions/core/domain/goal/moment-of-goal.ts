import type { TrainingLog } from '#domain/training/journal.js'
import { momentOfDirective } from '#domain/training/moment-of-deed.js'
import { touchedAt } from '#domain/values/touched-at.js'

/**
 * The day and instant of what an athlete decides about a goal now: also after what was last decided about the same goal, whose day
 * may be tomorrow for an athlete who flew west over the date line.
 */
export function momentOfGoal(journal: TrainingLog, goalId: string, today: string, now: Date): { on: string; at: Date } {
  const usual = momentOfDirective(journal, today, now)
  const earlier = journal.directives.filter((deed) => deed.kind === 'goal' && deed.goalId === goalId)
  const on = [usual.on, ...earlier.map((deed) => deed.on)].toSorted().at(-1) ?? usual.on
  const last = earlier
    .filter((deed) => deed.on === on)
    .map((deed) => deed.at)
    .toSorted()
    .at(-1)
  return { on, at: last === undefined ? usual.at : new Date(touchedAt(usual.at, last)) }
}
