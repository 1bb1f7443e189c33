import type { Fault } from '#domain/refusal.js'
import { metricOf, type SetPrescription } from './sets.schema.js'
import type { Metric } from './vocabulary.js'

/** The fault of sets that count what their exercise does not; none where sets are left out. */
export function setsFaults(sets: readonly SetPrescription[] | undefined, metric: Metric, pointer: string): Fault[] {
  return sets === undefined || metricOf(sets) === metric ? [] : [metricFault(metric, pointer)]
}

/** The fault of something, at a pointer, that does not suit what the exercise counts. */
export function metricFault(metric: Metric, pointer: string): Fault {
  return { pointer, code: 'METRIC_MISMATCH', detail: `the exercise counts ${metric}` }
}
