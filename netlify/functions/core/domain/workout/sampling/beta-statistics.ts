import { type TrainingRules, trainingRules } from '#domain/rules/training-rules.js'

/** How sessions of one athlete with one exercise went. */
export type TrialCounts = { readonly successes: number; readonly failures: number }

export type BetaPrior = { readonly alpha: number; readonly beta: number }

/** Beta distribution of the chance that a session goes well; mean and standard deviation in 0-1. */
export type BetaStatistics = BetaPrior & { readonly mean: number; readonly deviation: number }

/** What is known of the chance of success after some sessions (uniform prior by default). */
export function betaStatistics(
  { successes, failures }: TrialCounts,
  prior?: BetaPrior,
  rules: TrainingRules = trainingRules,
): BetaStatistics {
  const before = prior ?? rules.recommendation.prior
  const alpha = before.alpha + successes
  const beta = before.beta + failures
  const total = alpha + beta
  return { alpha, beta, mean: alpha / total, deviation: Math.sqrt((alpha * beta) / (total + 1)) / total }
}

/** A session of an exercise: share done (0-1), session RPE (null when not given), pain (0-10). */
export type TrialOutcome = { readonly completion: number; readonly rpe: number | null; readonly pain: number }

/** Whether a session counts as a success: finished, neither trivial nor exhausting, without pain. Product default. */
export function isTrialSuccess(outcome: TrialOutcome, rules: TrainingRules = trainingRules): boolean {
  const { completionMin, rpeMin, rpeMax, painMax } = rules.recommendation.success
  const effortFits = outcome.rpe === null || (outcome.rpe >= rpeMin && outcome.rpe <= rpeMax)
  return outcome.completion >= completionMin && effortFits && outcome.pain <= painMax
}
