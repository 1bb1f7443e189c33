import * as z from 'zod'
import { SetKind, Side } from '#domain/effort/set.schema.js'
import { prescriptionFields } from '#domain/library/prescription.schema.js'
import { SetPrescription } from '#domain/library/sets.schema.js'
import { PainSite } from '#domain/library/vocabulary.js'
import { eachNullable } from '#domain/values/each-nullable.js'
import { exactlyOneOf } from '#domain/values/exactly-one-of.js'
import { SetId, Version } from '#domain/values/id.schema.js'
import { posted } from '#domain/values/posted.js'
import { clearable, freeText, omissible } from '#domain/values/text.schema.js'
import { GivenInstant, Instant } from '#domain/values/time.schema.js'
import { wholeNumberOf } from '#domain/values/whole-number.schema.js'

const Reps = wholeNumberOf('reps')
  .min(0)
  .max(1000)
  .meta({ description: 'Repetitions; 0 for an attempt that failed', example: 8 })
const Duration = wholeNumberOf('seconds')
  .min(0)
  .max(3600)
  .meta({ description: 'Seconds of a hold; 0 for an attempt that failed', example: 30 })
const Rpe = z
  .number()
  .min(1)
  .max(10)
  .multipleOf(0.5)
  .meta({ description: 'Rating of perceived exertion, 1 to 10 in halves', example: 8.5 })
const Pain = z.int().min(0).max(10).meta({ description: 'Pain, 0 (none) to 10', example: 0 })
const WeightKg = z
  .number()
  .min(-200)
  .max(300)
  .multipleOf(0.01)
  .meta({ description: 'Added mass in kilograms; assistance is negative', example: 5 })
const SetNumber = z
  .int()
  .min(1)
  .max(100)
  .meta({ description: 'Place among the sets of the exercise; the two sides of one set share a number', example: 1 })

const RestSeconds = wholeNumberOf('seconds').min(0).max(3600).meta({ description: 'Rest in seconds', example: 90 })

const SetTempo = prescriptionFields.tempo.meta({
  description: 'The tempo of this set, where it was another than that of the exercise',
  example: '5-0-1-1',
})

/** What an athlete writes down besides the numbers. */
export const Notes = freeText(2000).meta({ description: "The athlete's notes", example: 'Slow and clean' })

/** What was done: exactly one of the two. */
const amount = { reps: Reps, duration: Duration }

/** What an athlete may say of a set besides. */
const said = {
  side: Side,
  rpe: Rpe,
  restSeconds: RestSeconds,
  tempo: SetTempo,
  weightKg: WeightKg,
  pain: Pain,
  painSite: PainSite,
  notes: Notes,
}

/** One performed set, as it is stored and as answers show it. */
export const SetLog = z
  .strictObject({
    id: SetId,
    setNumber: SetNumber,
    kind: SetKind,
    ...eachNullable({ ...amount, ...said }),
    planned: SetPrescription.nullable().meta({
      description: 'What was planned for this set when it was logged',
      example: { reps: 8 },
    }),
    completedAt: Instant,
    version: Version,
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'SetLog', description: 'One performed set' })
export type SetLog = Readonly<z.output<typeof SetLog>>

/** What a set has where the athlete says nothing. */
export const unsaid: Pick<SetLog, 'kind' | keyof typeof amount | keyof typeof said> = {
  kind: 'working',
  reps: null,
  duration: null,
  side: null,
  rpe: null,
  restSeconds: null,
  tempo: null,
  weightKg: null,
  pain: null,
  painSite: null,
  notes: null,
}

/** A performed set to log: exactly one of `reps` and `duration`. */
export const LogSet = exactlyOneOf(
  posted({
    id: SetId.optional(),
    setNumber: SetNumber.optional().meta({ description: 'The next number when it is left out' }),
    kind: SetKind.optional().meta({ description: 'A working set when it is left out' }),
    ...z.object({ ...amount, ...said }).partial().shape,
    notes: omissible(Notes),
    completedAt: GivenInstant.optional().meta({ description: 'When the set ended; now when it is left out' }),
  }),
  ['reps', 'duration'],
  { code: 'EXACTLY_ONE' },
).meta({
  id: 'LogSet',
  description: 'A performed set: exactly one of reps and duration',
  example: { reps: 8, rpe: 8, restSeconds: 90 },
})
export type LogSet = Readonly<z.output<typeof LogSet>>

/** A merge patch of a logged set (RFC 7396): null deletes. */
export const CorrectSet = z
  .strictObject({
    setNumber: SetNumber,
    kind: SetKind,
    ...amount,
    ...eachNullable(said),
    notes: clearable(Notes),
    completedAt: GivenInstant,
  })
  .partial()
  .meta({ id: 'CorrectSet', description: 'What to correct in a set; null deletes', example: { reps: 7, rpe: 9 } })
export type CorrectSet = Readonly<z.output<typeof CorrectSet>>
