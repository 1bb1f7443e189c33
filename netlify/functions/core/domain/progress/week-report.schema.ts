import * as z from 'zod'
import { Category, categories } from '#domain/library/vocabulary.js'
import { IsoWeek, LocalDate, TimeZone } from '#domain/values/time.schema.js'
import { Day, sessionFields, sumFields } from './day-summary.schema.js'
import { SessionOutline } from './session-outline.schema.js'

/** The most sessions that a week names. */
export const weekSessionsMax = 100

const CategorySets = z.strictObject({
  category: Category,
  plannedSets: sumFields.plannedSets,
  completedSets: sumFields.completedSets,
  extraSets: sumFields.extraSets,
})
export type CategorySets = z.output<typeof CategorySets>

/** A week of an athlete: seven days, what they add up to, and planned against done. */
export const WeekReport = z
  .strictObject({
    week: IsoWeek,
    from: LocalDate,
    to: LocalDate,
    timeZone: TimeZone,
    days: z.array(Day).min(7).max(7).meta({ description: 'Monday to Sunday, days of rest among them' }),
    sessions: z
      .array(SessionOutline)
      .max(weekSessionsMax)
      .meta({
        description: `Sessions by name, skipped ones among them, in order; the first ${weekSessionsMax}`,
      }),
    totals: z.strictObject(sumFields),
    categories: z.array(CategorySets).min(categories.length).max(categories.length),
    ...sessionFields,
    skippedSessions: z.int().min(0).max(1_000_000).meta({ description: 'Sessions skipped', example: 0 }),
    adherence: z.number().min(0).max(1).nullable().meta({
      description: 'Completed sessions among all that were planned, skipped ones too; null without any',
      example: 0.75,
    }),
  })
  .meta({ id: 'Week', description: 'A week of an athlete: seven days, what they add up to, and planned against done' })
export type WeekReport = z.output<typeof WeekReport>
