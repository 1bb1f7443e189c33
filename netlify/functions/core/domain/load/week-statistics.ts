import type { TrainingRules } from '#domain/rules/training-rules.js'
import { mean, populationDeviation, sum } from '#domain/values/statistics.js'

/**
 * Statistics of a week's load, in AU except monotony, which has no unit and is null in a week
 * without load.
 */
export type WeekStatistics = {
  readonly total: number
  readonly mean: number
  readonly deviation: number
  readonly monotony: number | null
  readonly strain: number
}

/**
 * Computes total, mean, population standard deviation, monotony (mean over deviation) and strain
 * (total x monotony) of a week (Foster 1998).
 *
 * @param dailyLoads seven daily loads in AU, rest days as 0.
 */
export function weekStatistics(dailyLoads: readonly number[], rules: TrainingRules): WeekStatistics {
  const total = sum(dailyLoads)
  const dayMean = mean(dailyLoads) ?? 0
  const deviation = populationDeviation(dailyLoads) ?? 0
  const monotony = total === 0 ? null : Math.min(dayMean / deviation, rules.load.monotonyMax)
  return { total, mean: dayMean, deviation, monotony, strain: monotony === null ? 0 : total * monotony }
}
