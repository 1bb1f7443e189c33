import type { Metric } from '#domain/library/vocabulary.js'
import { startValue } from '#domain/progression/start-value.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'

/**
 * Working sets as progression wants them: as many as the defaults, each between its start and its
 * default.
 */
export function fitWorking(
  working: readonly number[],
  defaults: readonly number[],
  metric: Metric,
  rules: TrainingRules,
): number[] {
  return defaults.map((amount, index) => {
    const wanted = working[index] ?? working.at(-1) ?? amount
    return Math.min(amount, Math.max(startValue(metric, amount, rules), wanted))
  })
}
