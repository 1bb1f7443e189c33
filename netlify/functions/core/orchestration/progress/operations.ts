import type { Operation } from '#orchestration/contract.js'
import { getAdherence } from './get-adherence.js'
import { getChart } from './get-chart.js'
import { getExerciseHistory } from './get-exercise-history.js'
import { getMastery } from './get-mastery.js'
import { getMyWeek } from './get-my-week.js'
import { getSeries } from './get-series.js'
import { listHistory } from './list-history.js'
import { listMyDays } from './list-my-days.js'
import { listRecords } from './list-records.js'
import { listReview } from './list-review.js'

/**
 * What came of training: days, weeks, mastery, records, what waits for review, series, adherence, and
 * the history of facts behind them.
 */
export const progressOperations: readonly Operation[] = [
  listMyDays,
  getMyWeek,
  getSeries,
  getChart,
  listRecords,
  listReview,
  getAdherence,
  getMastery,
  getExerciseHistory,
  listHistory,
]
