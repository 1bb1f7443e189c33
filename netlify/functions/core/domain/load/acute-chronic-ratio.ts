import type { TrainingRules } from '#domain/rules/training-rules.js'
import { mean } from '#domain/values/statistics.js'

/**
 * Ratios of acute to chronic load. Each is null when its denominator is 0; all are null when fewer
 * than four weeks of days are known.
 */
export type AcuteChronicRatio = {
  readonly coupled: number | null
  readonly uncoupled: number | null
  readonly ewma: number | null
}

/**
 * Computes the ratio of the last week's load to that of the last four weeks: coupled (Lolli 2019),
 * uncoupled, and by exponentially weighted moving averages (Williams 2017). For information only:
 * it does not predict injury (Impellizzeri 2020).
 *
 * @param dailyLoads AU per day, oldest first, today last, rest days as 0.
 */
export function acuteChronicRatio(dailyLoads: readonly number[], rules: TrainingRules): AcuteChronicRatio {
  const { acuteDays, chronicDays } = rules.load.ratio
  if (dailyLoads.length < chronicDays) return { coupled: null, uncoupled: null, ewma: null }
  const acute = mean(dailyLoads.slice(-acuteDays)) ?? 0
  return {
    coupled: ratio(acute, mean(dailyLoads.slice(-chronicDays))),
    uncoupled: ratio(acute, mean(dailyLoads.slice(-chronicDays, -acuteDays))),
    ewma: movingAverageRatio(dailyLoads, rules),
  }
}

/**
 * Computes the ratio of two moving averages. Both start at the mean of the first week, and run from
 * the day after it (product default).
 */
function movingAverageRatio(dailyLoads: readonly number[], rules: TrainingRules): number | null {
  const { ewmaAcuteWeight, ewmaChronicWeight, ewmaStartDays } = rules.load.ratio
  const start = mean(dailyLoads.slice(0, ewmaStartDays)) ?? 0
  const average = (weight: number) =>
    dailyLoads.slice(ewmaStartDays).reduce((before, load) => load * weight + (1 - weight) * before, start)
  return ratio(average(ewmaAcuteWeight), average(ewmaChronicWeight))
}

function ratio(numerator: number, denominator: number | null): number | null {
  return denominator === null || denominator === 0 ? null : numerator / denominator
}
