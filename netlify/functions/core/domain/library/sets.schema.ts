import * as z from 'zod'
import { wholeNumberOf } from '#domain/values/whole-number.schema.js'
import type { Metric } from './vocabulary.js'

/** Repetitions prescribed for one set. */
export const RepsSet = z
  .strictObject({ reps: wholeNumberOf('reps').min(1).max(1000) })
  .meta({ id: 'RepsTarget', description: 'Repetitions to do in one set', example: { reps: 8 } })

/** A hold prescribed for one set, in whole seconds. */
export const DurationSet = z
  .strictObject({ duration: wholeNumberOf('seconds').min(1).max(3600) })
  .meta({ id: 'HoldTarget', description: 'Seconds to hold in one set', example: { duration: 30 } })

/** One prescribed set: `{"reps": 8}` or `{"duration": 30}` (seconds), never both. */
export const SetPrescription = z
  .union([RepsSet, DurationSet])
  .meta({ id: 'SetTarget', description: 'What to do in one set: repetitions, or a hold', example: { reps: 8 } })
export type SetPrescription = z.output<typeof SetPrescription>

/** The prescribed sets of one exercise: 1 to 20 of them, all repetitions or all holds. */
export const SetPrescriptions = z
  .array(SetPrescription)
  .min(1)
  .max(20)
  .refine((sets) => new Set(sets.map(metricOfSet)).size <= 1, 'all sets must be of one metric: reps or duration')
export type SetPrescriptions = z.output<typeof SetPrescriptions>

/** Tells what one set counts. */
export function metricOfSet(set: SetPrescription): Metric {
  return 'reps' in set ? 'reps' : 'duration'
}

/**
 * Tells what the sets of one exercise count; parsed sets all agree.
 *
 * @throws RangeError when there are no sets, which `SetPrescriptions` refuses.
 */
export function metricOf(sets: readonly SetPrescription[]): Metric {
  const [first] = sets
  if (first === undefined) throw new RangeError('an exercise has at least one set')
  return metricOfSet(first)
}

/** Returns the target of each set, in order: reps or seconds. */
export function targetsOf(sets: readonly SetPrescription[]): number[] {
  return sets.map((set) => ('reps' in set ? set.reps : set.duration))
}

/** Returns sets with these amounts, in order: the inverse of `targetsOf`. */
export function setPrescriptions(amounts: readonly number[], metric: Metric): SetPrescription[] {
  return amounts.map((amount) => (metric === 'reps' ? { reps: amount } : { duration: amount }))
}
