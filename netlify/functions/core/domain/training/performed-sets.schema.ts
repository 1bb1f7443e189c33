import * as z from 'zod'
import { metricOfSet } from '#domain/library/sets.schema.js'
import { wholeNumberOf } from '#domain/values/whole-number.schema.js'

const PerformedReps = z
  .strictObject({
    reps: wholeNumberOf('reps').min(0).max(1000).meta({ description: 'Repetitions; 0 for none', example: 8 }),
  })
  .meta({ id: 'PerformedReps', description: 'Repetitions that were done in one set' })
const PerformedHold = z
  .strictObject({
    duration: wholeNumberOf('seconds')
      .min(0)
      .max(3600)
      .meta({ description: 'Seconds of a hold; 0 for none', example: 30 }),
  })
  .meta({ id: 'PerformedHold', description: 'Seconds that were held in one set' })

/** What was done in one set, in reps or seconds; 0 is an attempt that failed. */
export const PerformedAmount = z
  .union([PerformedReps, PerformedHold])
  .meta({ id: 'PerformedAmount', description: 'What was done in one set, in reps or seconds', example: { reps: 8 } })
export type PerformedAmount = z.output<typeof PerformedAmount>

/**
 * Sets as they were performed, in order: 1 to 20 of them, all reps or all holds; of two sides the
 * weaker counts.
 */
export const PerformedSets = z
  .array(PerformedAmount)
  .min(1)
  .max(20)
  .refine((sets) => new Set(sets.map(metricOfSet)).size <= 1, {
    error: 'all sets must be of one metric: reps or duration',
    params: { code: 'METRIC_MISMATCH' },
  })
  .meta({
    id: 'PerformedSets',
    description: 'Sets as they were done, in order, in reps or seconds; of two sides the weaker counts',
    example: [{ reps: 8 }, { reps: 8 }, { reps: 7 }],
  })
export type PerformedSets = z.output<typeof PerformedSets>
