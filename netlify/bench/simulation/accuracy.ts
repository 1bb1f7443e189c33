import type { Sample } from './simulate.js'

/** The weeks that are looked at. */
export const reportedWeeks = [1, 4, 12, 24] as const

/** Computes the root mean square error of a week, in levels. */
export function rmse(samples: readonly Sample[], week: number): number {
  return Math.sqrt(average(ofWeek(samples, week).map(({ error }) => error ** 2)))
}

/** Computes the mean error of a week, in levels; below 0 the estimates are too low. */
export function bias(samples: readonly Sample[], week: number): number {
  return average(ofWeek(samples, week).map(({ error }) => error))
}

/** Computes the share of a week's 90 % intervals that contain the truth; null without intervals. */
export function coverage(samples: readonly Sample[], week: number): number | null {
  const covered = ofWeek(samples, week).map((sample) => sample.covered)
  const known = covered.filter((one) => one !== null)
  return known.length === 0 ? null : average(known.map(Number))
}

function ofWeek(samples: readonly Sample[], week: number): readonly Sample[] {
  return samples.filter((sample) => sample.week === week)
}

function average(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length
}
