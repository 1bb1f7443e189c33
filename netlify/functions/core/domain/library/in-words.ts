import type { Metric } from './vocabulary.js'

/**
 * Words the amounts of sets for a sentence: `5, 5, 5 reps` or `20, 20 s`; `nothing` when there are
 * no sets.
 */
export function amountsInWords(amounts: readonly number[], metric: Metric): string {
  return amounts.length === 0 ? 'nothing' : `${amounts.join(', ')} ${metric === 'reps' ? 'reps' : 's'}`
}
