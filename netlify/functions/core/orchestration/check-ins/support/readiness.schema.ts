import * as z from 'zod'
import { DailyCheckIn } from '#domain/recovery/check-in.schema.js'
import { ReadinessBand, ReadinessPartName } from '#domain/recovery/readiness.js'
import { LocalDate } from '#domain/values/time.schema.js'
import { RulesVersion, reasonFields } from '#orchestration/training/reason.schema.js'

/** Said with everything that might be taken for medical advice. */
export const Note = z.string().max(200).meta({
  description: 'What it is, and what it is not',
  example: 'An estimate for your attention, never a diagnosis.',
})

const score = z.number().min(0).max(100)

const Part = z
  .strictObject({
    part: ReadinessPartName.meta({ description: 'What was looked at', example: 'wellness' }),
    value: score.nullable().meta({ description: 'Its value; null where it is not known', example: 62.5 }),
    weight: z.number().min(0).max(1).meta({ description: 'Its weight among the parts that are known', example: 0.6 }),
  })
  .meta({ id: 'ReadinessPart', description: 'One part of the readiness' })

/** Readiness for training today. */
export const ReadinessResource = z
  .strictObject({
    date: LocalDate,
    score: z
      .int()
      .min(0)
      .max(100)
      .nullable()
      .meta({ description: '0 to 100; null where it is not known', example: 63 }),
    band: ReadinessBand.nullable().meta({
      description: 'Train as planned, less, or easy; null where the score is',
      example: 'amber',
    }),
    parts: z.array(Part).max(3).meta({ description: 'The score is their weighted mean' }),
    painMax7Days: z
      .int()
      .min(0)
      .max(10)
      .nullable()
      .meta({ description: 'Largest pain of 7 days, from sets and check-ins; null where nobody said', example: 0 }),
    checkIn: DailyCheckIn.nullable().meta({ description: 'The check-in that it rests on' }),
    ...reasonFields,
    note: Note,
    rulesVersion: RulesVersion,
  })
  .meta({ id: 'Readiness', description: 'Readiness for training today, with its reasons; never a diagnosis' })
