import * as z from 'zod'
import { ExerciseRef } from '#domain/library/exercise-ref.schema.js'
import { Category, PainSite } from '#domain/library/vocabulary.js'
import { LocalDate } from '#domain/values/time.schema.js'
import { FlagCode, FlagSeverity, OverallSeverity } from '#domain/warnings/warning-flag.js'
import { Note } from '#orchestration/check-ins/support/readiness.schema.js'
import { bodyMassAssumed } from '#orchestration/training/body-mass-assumed.schema.js'
import { RulesVersion, reasonFields } from '#orchestration/training/reason.schema.js'

const Warning = z
  .strictObject({
    code: FlagCode.meta({ description: 'What was noticed', example: 'SESSION_SPIKE' }),
    severity: FlagSeverity.meta({ description: 'How much attention it deserves', example: 'amber' }),
    since: LocalDate.meta({ description: 'The first day of what it rests on', example: '2026-11-20' }),
    category: Category.nullable().meta({ description: 'The category that it is about', example: 'Push' }),
    exercise: ExerciseRef.nullable().meta({ description: 'The exercise that it is about', example: null }),
    painSite: PainSite.nullable().meta({ description: 'Where it hurts', example: null }),
    ...reasonFields,
  })
  .meta({ id: 'Warning', description: 'Something that deserves attention, with its reasons; never a diagnosis' })
export type WarningResource = z.output<typeof Warning>

/** What deserves an athlete's attention. */
export const WarningsResource = z
  .strictObject({
    date: LocalDate,
    bodyMassAssumed,
    overall: OverallSeverity.meta({
      description: 'Red with any red or three ambers, amber with any; information alone is green',
      example: 'amber',
    }),
    flags: z.array(Warning).max(11).meta({ description: 'Every warning that is raised, in a fixed order' }),
    note: Note.meta({ example: 'A warning for your attention, never a diagnosis.' }),
    rulesVersion: RulesVersion,
  })
  .meta({ id: 'Warnings', description: "What deserves an athlete's attention; never a diagnosis" })
