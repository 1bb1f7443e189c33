import { amountsInWords } from '#domain/library/in-words.js'
import type { Metric } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'

/**
 * Tells the athlete in a sentence why an entry waits for review, and what does not follow until then.
 *
 * @param amounts reps or seconds of its sets.
 */
export function explainReview(amounts: readonly number[], metric: Metric, { judging }: TrainingRules): string {
  const most = amountsInWords([Math.max(0, ...amounts)], metric)
  switch (judging.review) {
    case 'estimate':
      return `You logged up to ${most}, far from what was known of you: the estimate of your ability leaves it out until you confirm or correct it.`
    case 'everything':
      return `You logged up to ${most}, far above what was known of you: it raises no target and is no record, goal or level until you confirm or correct it.`
    default:
      return judging.review satisfies never
  }
}
