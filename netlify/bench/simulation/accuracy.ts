import type { AccuracyRow } from './scenarios.js'
import type { Sample } from './simulate.js'

/** Computes the root mean square error of a week, in levels. */
export function rmse(samples: readonly Sample[], week: number): number {
  return Math.sqrt(average(ofWeek(samples, week).map(({ error }) => error ** 2)))
}

/** Computes the mean error of a week, in levels; below 0 the estimates are too low. */
export function bias(samples: readonly Sample[], week: number): number {
  return average(ofWeek(samples, week).map(({ error }) => error))
}

/** Computes the share of a week's 90 % intervals that contain the truth. */
export function coverage(samples: readonly Sample[], week: number): number {
  return average(ofWeek(samples, week).map(({ covered }) => (covered ? 1 : 0)))
}

/** Computes the numbers for a row of the published table. */
export function accuracyRow(samples: readonly Sample[]): AccuracyRow {
  return {
    rmse: { week1: rmse(samples, 1), week4: rmse(samples, 4), week12: rmse(samples, 12), week24: rmse(samples, 24) },
    biasWeek12: bias(samples, 12),
    coverage: { week4: coverage(samples, 4), week12: coverage(samples, 12), week24: coverage(samples, 24) },
  }
}

function ofWeek(samples: readonly Sample[], week: number): readonly Sample[] {
  return samples.filter((sample) => sample.week === week)
}

function average(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length
}
