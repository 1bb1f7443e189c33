import * as z from 'zod'
import { wholeNumberOf } from '#domain/values/whole-number.schema.js'
import { SetPrescriptions } from './sets.schema.js'
import { Tempo } from './tempo.schema.js'

/** The fields of a prescription that have limits of their own. */
export const prescriptionFields = {
  sets: SetPrescriptions.meta({
    description: 'The sets in order: repetitions, or seconds of a hold',
    example: [{ reps: 8 }, { reps: 8 }, { reps: 6 }],
  }),
  tempo: Tempo.max(7).meta({
    description: 'Seconds of eccentric, bottom, concentric and top, `X` for as fast as possible; or `hold`',
    example: '3-0-1-1',
  }),
  restSeconds: wholeNumberOf('seconds')
    .min(0)
    .max(3600)
    .meta({ description: 'Rest between sets in seconds', example: 90 }),
}

/** How an exercise is done: sets, tempo, rest, and what to bear in mind. */
export const Prescription = z
  .strictObject({
    ...prescriptionFields,
    notes: z.string().max(1000).nullable().meta({ description: 'What to bear in mind', example: 'Elbows in' }),
  })
  .meta({ id: 'Prescription', description: 'How an exercise is done: sets, tempo, rest, and what to bear in mind' })
export type Prescription = z.output<typeof Prescription>
