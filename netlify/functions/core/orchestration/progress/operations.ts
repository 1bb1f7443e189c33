import type { Endpoint } from '#http/endpoint.js'
import { getAdherence } from './get-adherence.js'
import { getExerciseHistory } from './get-exercise-history.js'
import { getMastery } from './get-mastery.js'
import { getSeries } from './get-series.js'
import { listHistory } from './list-history.js'
import { listRecords } from './list-records.js'

/** What came of training: mastery, records, series, adherence, and the history of facts behind them. */
export const progressOperations: readonly Endpoint[] = [
  getSeries,
  listRecords,
  getAdherence,
  getMastery,
  getExerciseHistory,
  listHistory,
]
