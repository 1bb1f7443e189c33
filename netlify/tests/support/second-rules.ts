import { ruleBookOf } from '#domain/rules/rule-book.js'
import { rules2026v1, rules2026v2, type TrainingRules } from '#domain/rules/training-rules.js'
import { deriveTraining } from '#domain/training/derive.js'
import type { Directive } from '#domain/training/training-log.js'
import type { TrainingState } from '#domain/training/training-state.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { type GivenEntry, loggedOn } from './logged-entries.js'
import { exercise, libraryWith } from './training-logs.js'

const library = libraryWith(
  exercise('pull-up', { category: 'Pull', difficulty: 3.15, defaults: [6, 6, 6] }),
  exercise('chin-up', { category: 'Pull', difficulty: 3, defaults: [6, 6, 6] }),
  exercise('push-up', { defaults: [10, 10, 10] }),
  exercise('diamond', { difficulty: 2.8 }),
  exercise('wall-push-up', { difficulty: 0.5 }),
)
const book = ruleBookOf(rules2026v2, [rules2026v1])

/** A day of a journal, with what was done on it. */
export type Day = readonly [date: string, ...entries: GivenEntry[]]

/** Four days, three apart. */
export const fourDays = ['2026-11-02', '2026-11-05', '2026-11-08', '2026-11-11']

/** What follows from sessions that were all judged by one version of the rules. */
export function live(rules: TrainingRules, days: readonly Day[], directives: readonly Directive[] = []): TrainingState {
  const sessions = days.map(([date, ...entries]) => loggedOn(date, rules, ...entries))
  return inOneGo(deriveTraining({ sessions, directives }, library, book))
}

/** The decisions of a state, as `decision/reason`. */
export function decisionsIn(state: TrainingState): string[] {
  return state.decisions.map(({ decision, reason }) => `${decision}/${reason}`)
}

/** The decisions of days on which one entry was done in the same way. */
export function decidedOn(days: readonly string[], rules: TrainingRules, entry: GivenEntry): string[] {
  return decisionsIn(
    live(
      rules,
      days.map((date): Day => [date, entry]),
    ),
  )
}

/** Pull-ups, of which six are the standard. */
export const pullUp = { exercise: 'pull-up', difficulty: 3.15 }
