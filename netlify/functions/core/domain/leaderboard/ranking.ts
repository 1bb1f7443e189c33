import type { TrainingRules } from '#domain/rules/training-rules.js'
import { compareCodePoints } from '#domain/values/code-point-order.js'

export type BoardEntry = { readonly alias: string; readonly score: number }

/** An entry with its rank, and its score rounded to the hundredths that are shown. */
export type RankedEntry = BoardEntry & { readonly rank: number }

/**
 * Ranks entries by their score in hundredths, highest first. Equal scores share a rank, and the
 * ranks after them skip (1, 2, 2, 4).
 */
export function ranking(entries: readonly BoardEntry[], rules: TrainingRules): RankedEntry[] {
  const { scoreSteps } = rules.leaderboard
  const sorted = entries
    .map(({ alias, score }) => ({ alias, steps: Math.floor(scoreSteps * score + 0.5) }))
    .sort((a, b) => b.steps - a.steps || compareCodePoints(a.alias, b.alias))
  let rank = 0
  return sorted.map(({ alias, steps }, index) => {
    if (steps !== sorted[index - 1]?.steps) rank = index + 1
    return { rank, alias, score: steps / scoreSteps }
  })
}
