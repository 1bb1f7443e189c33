import type { TrainingRules } from '#domain/rules/training-rules.js'

/** The summands of a score, so that a choice can be explained; `regress` is 0 or negative. */
export type ScoreTerms = {
  readonly fit: number
  readonly recency: number
  readonly need: number
  readonly regress: number
}

export type ScoreFacts = {
  /** Chance (0-1) to do the target with one in reserve. */
  readonly pSuccess: number
  /** Days since the exercise was last trained, null when it never was. */
  readonly daysSince: number | null
  /** Need of the category, 0-1. */
  readonly need: number
  /** Whether the last decision on the exercise took it back. */
  readonly recentRegress: boolean
}

/**
 * Computes the terms of an exercise's score. The fit peaks at a chance of 85 % (Wilson 2019, by
 * analogy): too hard loses all of it, too easy at most half. Weights are product defaults.
 */
export function scoreTerms(facts: ScoreFacts, rules: TrainingRules): ScoreTerms {
  const { recency, need, regressPenalty } = rules.selection
  const days = Math.min(facts.daysSince ?? recency.daysMax, recency.daysMax)
  return {
    fit: fitTerm(facts.pSuccess, rules),
    recency: (recency.weight * days) / recency.daysMax,
    need: need.weight * facts.need,
    regress: facts.recentRegress ? -regressPenalty : 0,
  }
}

/** Adds up the terms of a score. */
export function totalScore({ fit, recency, need, regress }: ScoreTerms): number {
  return fit + recency + need + regress
}

function fitTerm(pSuccess: number, rules: TrainingRules): number {
  const { successTarget, tooEasyPenalty } = rules.selection
  if (pSuccess <= successTarget) return pSuccess / successTarget
  return 1 - (tooEasyPenalty * (pSuccess - successTarget)) / (1 - successTarget)
}
