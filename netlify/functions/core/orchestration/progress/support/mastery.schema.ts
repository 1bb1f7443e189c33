import * as z from 'zod'
import { ExerciseRef } from '#domain/library/exercise-ref.schema.js'
import { SetPrescription } from '#domain/library/sets.schema.js'
import { Instant } from '#domain/values/time.schema.js'
import { TrainingDecisionResource } from '#orchestration/training/decision.schema.js'

const sets = (description: string) => z.array(SetPrescription).max(20).meta({ description })

/** How far an exercise is from being mastered. */
export const MasteryResource = z
  .strictObject({
    exercise: ExerciseRef,
    isMastered: z.boolean().meta({ description: 'The standard was met as often as it takes', example: false }),
    masteredAt: Instant.nullable(),
    standard: sets('What the library asks'),
    working: sets('Where the athlete stands').nullable(),
    sessionsThatCount: z
      .array(TrainingDecisionResource)
      .max(100)
      .meta({ description: 'The sessions in a row that met the standard, up to now' }),
    sessionsNeeded: z.int().min(1).max(10).meta({ description: 'Sessions in a row that it takes', example: 2 }),
    sessionsMissing: z.int().min(0).max(10).meta({ description: 'Sessions that are missing', example: 1 }),
    rulesVersion: z.string().max(20).meta({ description: 'The version of the rules', example: '2026.1' }),
    explanation: z
      .string()
      .max(300)
      .meta({ description: 'What is missing, in a sentence', example: 'Meet it once more.' }),
  })
  .meta({ id: 'Mastery', description: 'How far an exercise is from being mastered' })
