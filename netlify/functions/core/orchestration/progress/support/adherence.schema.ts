import * as z from 'zod'
import type { Adherence } from '#domain/progress/adherence.js'
import { IsoWeek } from '#domain/values/time.schema.js'

const count = (description: string) => z.int().min(0).max(100_000).meta({ description, example: 3 })

/** Rows of weeks up to now, and the longest that there were. */
export const streakFields = {
  currentStreakWeeks: count(
    'Weeks in a row with a completed session, up to now; the week that runs has time until it ends',
  ),
  longestStreakWeeks: count('The longest such row'),
  currentKeptWeeks: count(
    'Weeks in a row, up to now, in which everything planned was done; weeks without a plan are passed over',
  ),
  longestKeptWeeks: count('The longest such row'),
}

export const AdherenceResource = z
  .strictObject({
    ...streakFields,
    weeks: z
      .array(
        z
          .strictObject({
            week: IsoWeek,
            planned: count('Sessions planned, the skipped ones among them'),
            completed: count('Sessions completed'),
            adherence: z.number().min(0).max(1).meta({ description: 'Share of the plan that was done', example: 1 }),
          })
          .meta({ id: 'AdherenceWeek', description: 'A week of the plan' }),
      )
      .max(52)
      .meta({ description: 'The last weeks with a plan, at most 52, in order' }),
  })
  .meta({ id: 'Adherence', description: 'How the athlete keeps to their own plan' })

/** Rows of weeks, as they are answered. */
export function streaksOf({ trained, kept }: Pick<Adherence, 'trained' | 'kept'>) {
  return {
    currentStreakWeeks: trained.currentWeeks,
    longestStreakWeeks: trained.longestWeeks,
    currentKeptWeeks: kept.currentWeeks,
    longestKeptWeeks: kept.longestWeeks,
  }
}
