import { addDays } from '#domain/calendar/days-between.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { compareCodePoints } from '#domain/values/code-point-order.js'
import type { DailyCheckIn } from './check-in.schema.js'
import { type Baseline, lnRmssd, ownBaseline, restingHeartRate } from './own-baseline.js'
import { type CheckIn, type Readiness, type ReadinessPart, readiness, readinessParts } from './readiness.js'

/** Readiness on a day, with what it was computed from. */
export type DailyReadiness = Readiness & {
  /** The check-in that it rests on; null when there is none that still speaks for the day. */
  readonly checkIn: DailyCheckIn | null
  readonly parts: readonly ReadinessPart[]
  readonly restingHeartRate: Baseline | null
  readonly heartRateVariability: Baseline | null
  readonly painMax7Days: number | null
}

/**
 * Computes the readiness on a day from that day's check-in, else from the last one of the two days
 * before.
 *
 * @param checkIns of at least 30 days, in any order.
 * @param painMax7Days largest pain (0-10) of the 7 days up to this one; null when none was noted.
 */
export function readinessOn(
  day: string,
  checkIns: readonly DailyCheckIn[],
  painMax7Days: number | null,
  rules: TrainingRules,
): DailyReadiness {
  const earliest = addDays(day, -rules.readiness.checkInDaysAfter)
  const checkIn = checkIns
    .filter(({ date }) => date >= earliest && date <= day)
    .toSorted(byDate)
    .at(-1)
  if (!checkIn) return { ...unknown, painMax7Days, parts: readinessParts({ ...nothingMeasured, painMax7Days }, rules) }
  const heartRate = ownBaseline(checkIn, checkIns, restingHeartRate, rules)
  const variability = ownBaseline(checkIn, checkIns, lnRmssd, rules)
  const measured: CheckIn = {
    ...checkIn,
    restingHeartRateZ: heartRate.z,
    heartRateVariabilityZ: variability.z,
    painMax7Days,
  }
  return {
    ...readiness(measured, rules),
    checkIn,
    parts: readinessParts(measured, rules),
    restingHeartRate: heartRate,
    heartRateVariability: variability,
    painMax7Days,
  }
}

/**
 * Lists the scores of the last check-ins, oldest first; null for one without a score. Pain does not
 * change a score.
 */
export function readinessScores(
  checkIns: readonly DailyCheckIn[],
  count: number,
  rules: TrainingRules,
): (number | null)[] {
  const last = checkIns.toSorted(byDate).slice(-count)
  return last.map(({ date }) => readinessOn(date, checkIns, null, rules).score)
}

function byDate(one: DailyCheckIn, other: DailyCheckIn): number {
  return compareCodePoints(one.date, other.date)
}

const nothingMeasured: CheckIn = {
  sleep: null,
  fatigue: null,
  stress: null,
  soreness: null,
  restingHeartRateZ: null,
  heartRateVariabilityZ: null,
  painMax7Days: null,
}

const unknown = { score: null, band: null, checkIn: null, restingHeartRate: null, heartRateVariability: null } as const
