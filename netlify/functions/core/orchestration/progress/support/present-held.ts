import type { RuleBook } from '#domain/rules/rule-book.js'
import { explainReview } from '#domain/training/explain-review.js'
import type { HeldEntry } from '#queries/held-for-review.js'
import type { ReviewItem } from './review.schema.js'

/** An entry that waits for review, as it is answered. */
export function presentHeld({ metric, rulesVersion, sets, ...entry }: HeldEntry, ruleBook: RuleBook): ReviewItem {
  const pathOf = (place: string) => `/sessions/${entry.sessionId}/exercises/${place}`
  const amounts = sets.map(({ reps, duration }) => reps ?? duration ?? 0)
  return {
    ...entry,
    why: explainReview(amounts, metric, ruleBook.version(rulesVersion)),
    sets: sets.map(({ sessionExerciseId, ...set }) => ({
      ...set,
      correct: { method: 'PATCH', path: `${pathOf(sessionExerciseId)}/sets/${set.id}` },
    })),
    confirm: { method: 'POST', path: `${pathOf(entry.sessionExerciseId)}/confirm` },
  }
}
