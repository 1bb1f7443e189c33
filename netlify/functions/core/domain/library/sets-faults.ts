import type { Fault } from '#domain/refusal.js'
import { metricOf, type SetPrescription } from './sets.schema.js'
import type { Metric } from './vocabulary.js'

/**
 * Returns the fault of sets that count something else than their exercise; none when there are no
 * sets.
 */
export function setsFaults(sets: readonly SetPrescription[] | undefined, metric: Metric, pointer: string): Fault[] {
  return sets === undefined || metricOf(sets) === metric ? [] : [metricFault(metric, pointer)]
}

/** Returns the fault of a value, at a pointer, that does not suit what the exercise counts. */
export function metricFault(metric: Metric, pointer: string): Fault {
  return { pointer, code: 'METRIC_MISMATCH', detail: `the exercise counts ${metric}` }
}
