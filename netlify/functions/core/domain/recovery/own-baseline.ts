import { addDays } from '#domain/calendar/days-between.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { mean, sampleDeviation } from '#domain/values/statistics.js'
import type { DailyCheckIn } from './check-in.schema.js'

/**
 * A value compared with the athlete's own days before it: how many of them have a value, their
 * mean, and the z-score.
 */
export type Baseline = {
  readonly days: number
  /** The mean; null when none of these days has a value. */
  readonly mean: number | null
  /**
   * The z-score; null when there is no value now, when too few days before it have one, or when
   * their values were all the same.
   */
  readonly z: number | null
}

/**
 * A function that returns what is compared: resting heart rate in beats a minute, or the natural
 * logarithm of RMSSD in milliseconds.
 */
export type BaselineMeasure = (checkIn: DailyCheckIn) => number | null

export const restingHeartRate: BaselineMeasure = ({ restingHeartRateBpm }) => restingHeartRateBpm

/** Returns the logarithm of RMSSD: RMSSD is skewed, and its logarithm much less so. */
export const lnRmssd: BaselineMeasure = ({ hrvRmssdMs }) => (hrvRmssdMs === null ? null : Math.log(hrvRmssdMs))

/** Compares a check-in with those of the 28 days before it. */
export function ownBaseline(
  checkIn: DailyCheckIn,
  checkIns: readonly DailyCheckIn[],
  measure: BaselineMeasure,
  rules: TrainingRules,
): Baseline {
  const { days, valuesMin } = rules.readiness.baseline
  const from = addDays(checkIn.date, -days)
  const values = checkIns
    .filter(({ date }) => date >= from && date < checkIn.date)
    .map(measure)
    .filter((value) => value !== null)
  const value = measure(checkIn)
  const usual = mean(values)
  const deviation = values.length < valuesMin ? null : sampleDeviation(values)
  const comparable = value !== null && usual !== null && deviation !== null && deviation > 0
  return { days: values.length, mean: usual, z: comparable ? (value - usual) / deviation : null }
}
