import * as z from 'zod'
import { PainSite } from '#domain/library/vocabulary.js'
import { CheckInId, Version } from '#domain/values/id.schema.js'
import { posted } from '#domain/values/posted.js'
import { clearable, freeText, omissible } from '#domain/values/text.schema.js'
import { Instant, LocalDate } from '#domain/values/time.schema.js'

const wellness = (description: string) =>
  z
    .int()
    .min(1)
    .max(5)
    .meta({ description: `${description}, 1 to 5; 5 is best`, example: 4 })

const measured = {
  sleep: wellness('How well the athlete slept'),
  fatigue: wellness('How fresh the athlete feels (5 = not tired)'),
  stress: wellness('How calm the athlete is (5 = no stress)'),
  soreness: wellness('How free of soreness the muscles are (5 = none)'),
  restingHeartRateBpm: z
    .int()
    .min(20)
    .max(250)
    .meta({ description: 'Resting heart rate, beats a minute', example: 54 }),
  hrvRmssdMs: z
    .number()
    .min(1)
    .max(500)
    .multipleOf(0.1)
    .meta({ description: 'Heart rate variability, RMSSD in milliseconds, to 0.1', example: 62.5 }),
  pain: z.int().min(0).max(10).meta({ description: 'Pain, 0 (none) to 10', example: 0 }),
  painSite: PainSite,
  bodyMassKg: z
    .number()
    .min(20)
    .max(400)
    .multipleOf(0.01)
    .meta({ description: 'Body mass of that day in kilograms, to 10 grams', example: 72.5 }),
  notes: freeText(1000).meta({ description: "The athlete's notes", example: 'Slept badly, long day ahead' }),
}

/** A daily check-in, as it is stored and as answers show it. */
export const DailyCheckIn = z
  .strictObject({
    id: CheckInId,
    date: LocalDate,
    sleep: measured.sleep.nullable(),
    fatigue: measured.fatigue.nullable(),
    stress: measured.stress.nullable(),
    soreness: measured.soreness.nullable(),
    restingHeartRateBpm: measured.restingHeartRateBpm.nullable(),
    hrvRmssdMs: measured.hrvRmssdMs.nullable(),
    pain: measured.pain.nullable(),
    painSite: measured.painSite.nullable(),
    bodyMassKg: measured.bodyMassKg.nullable(),
    notes: measured.notes.nullable(),
    version: Version,
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'CheckIn', description: 'How an athlete was on one day; null where nothing was said' })
export type DailyCheckIn = Readonly<z.output<typeof DailyCheckIn>>

/** The fields of a check-in, all optional. */
const said = {
  sleep: measured.sleep.exactOptional(),
  fatigue: measured.fatigue.exactOptional(),
  stress: measured.stress.exactOptional(),
  soreness: measured.soreness.exactOptional(),
  restingHeartRateBpm: measured.restingHeartRateBpm.exactOptional(),
  hrvRmssdMs: measured.hrvRmssdMs.exactOptional(),
  pain: measured.pain.exactOptional(),
  painSite: measured.painSite.exactOptional(),
  bodyMassKg: measured.bodyMassKg.exactOptional(),
  notes: omissible(measured.notes),
}

/** A check-in to record: how the athlete is on a day. At least one field must be given. */
export const RecordCheckIn = posted({
  id: CheckInId.exactOptional(),
  date: LocalDate.exactOptional().meta({ description: 'The day; today when it is left out' }),
  ...said,
})
  .refine((given) => Object.entries(given).some(([field, value]) => field in said && value !== undefined), {
    error: 'say something: at least one field besides id and date',
    params: { code: 'REQUIRED' },
  })
  .meta({
    id: 'RecordCheckIn',
    description: 'How the athlete is on a day; at least one thing must be said',
    example: { sleep: 4, fatigue: 4, stress: 3, soreness: 3, restingHeartRateBpm: 54, pain: 0 },
  })
export type RecordCheckIn = Readonly<z.output<typeof RecordCheckIn>>

/**
 * A merge patch of a check-in (RFC 7396): null deletes. Its day stays, and a body mass can only be
 * corrected.
 */
export const ChangeCheckIn = z
  .strictObject({
    sleep: measured.sleep.nullable().exactOptional(),
    fatigue: measured.fatigue.nullable().exactOptional(),
    stress: measured.stress.nullable().exactOptional(),
    soreness: measured.soreness.nullable().exactOptional(),
    restingHeartRateBpm: measured.restingHeartRateBpm.nullable().exactOptional(),
    hrvRmssdMs: measured.hrvRmssdMs.nullable().exactOptional(),
    pain: measured.pain.nullable().exactOptional(),
    painSite: measured.painSite.nullable().exactOptional(),
    bodyMassKg: measured.bodyMassKg.exactOptional(),
    notes: clearable(measured.notes).exactOptional(),
  })
  .meta({
    id: 'ChangeCheckIn',
    description: 'What to change in a check-in; null takes it away',
    example: { soreness: 2, notes: 'The legs, from yesterday' },
  })
export type ChangeCheckIn = Readonly<z.output<typeof ChangeCheckIn>>
