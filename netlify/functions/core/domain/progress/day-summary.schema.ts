import * as z from 'zod'
import { Category, categories } from '#domain/library/vocabulary.js'
import { LocalDate } from '#domain/values/time.schema.js'

// a session of 50 exercises, 100 sets each, of 1,000 reps is 5 million of them, and a day may have many
const count = z.int().min(0).max(1_000_000_000)

/** Sets held against their plan. */
export const setCountFields = {
  plannedSets: count.meta({ description: 'Sets planned', example: 18 }),
  completedSets: count.meta({
    description: 'Sets done of those that were planned: left and right are one set, warm-ups and drop sets are none',
    example: 17,
  }),
  extraSets: count.meta({ description: 'Sets done beyond what was planned for their exercise', example: 1 }),
}

/** The sums of a day, which add up to those of a week. */
export const sumFields = {
  totalExercises: count.meta({ description: 'Exercises planned or done', example: 6 }),
  completedExercises: count.meta({ description: 'Exercises marked done', example: 6 }),
  ...setCountFields,
  totalReps: count.meta({ description: 'Repetitions done, of both sides and in sets of every kind', example: 120 }),
  totalHoldSeconds: count.meta({ description: 'Seconds held, by both sides and in sets of every kind', example: 90 }),
  totalDurationMinutes: count.meta({ description: 'Minutes of the completed sessions', example: 45 }),
}

export const sessionFields = {
  plannedSessions: count.meta({ description: 'Sessions that were not skipped, completed ones among them', example: 1 }),
  completedSessions: count.meta({ description: 'Sessions completed', example: 1 }),
}

/** What an athlete planned and did on one day. */
export const Day = z
  .strictObject({
    date: LocalDate,
    isToday: z.boolean().meta({ description: 'Whether it is this day where the athlete is', example: false }),
    ...sessionFields,
    ...sumFields,
    categories: z
      .array(Category)
      .max(categories.length)
      .meta({ description: 'What was trained', example: ['Push'] }),
    isCompleted: z.boolean().meta({ description: 'Whether every session of the day is completed', example: true }),
  })
  .meta({ id: 'Day', description: 'What an athlete planned and did on one day' })
export type Day = z.output<typeof Day>

/** A day as it is stored: whether it is today depends on who asks, and when. */
export type DaySummary = Omit<Day, 'isToday'>

/** Returns a day on which nothing was planned or done. */
export function restDay(date: string): DaySummary {
  return {
    date,
    plannedSessions: 0,
    completedSessions: 0,
    totalExercises: 0,
    completedExercises: 0,
    plannedSets: 0,
    completedSets: 0,
    extraSets: 0,
    totalReps: 0,
    totalHoldSeconds: 0,
    totalDurationMinutes: 0,
    categories: [],
    isCompleted: false,
  }
}
