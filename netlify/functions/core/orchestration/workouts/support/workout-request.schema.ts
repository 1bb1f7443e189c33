import * as z from 'zod'
import { EquipmentFilter } from '#domain/library/equipment-filter.schema.js'
import { Category, categories, Equipment, equipment } from '#domain/library/vocabulary.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { SessionId } from '#domain/values/id.schema.js'
import { LocalDate, LocalTime } from '#domain/values/time.schema.js'
import { wholeNumberText } from '#domain/values/whole-number.schema.js'
import type { WorkoutRequest } from '#domain/workout/workout.js'

const minutesRange = { min: 5, max: 180 }
const minutesMeta = {
  description: `Minutes there are; ${rulesInForce.workout.minutesUsual} when left out`,
  example: 40,
}
const perCategoryRange = { min: 1, max: 5 }
const perCategoryMeta = {
  description: `At most as many exercises of each category; ${rulesInForce.selection.count} when left out`,
  example: 2,
}

const word = `(?:${categories.join('|')})`

/** Categories as a query parameter: words joined by commas; parsed to a list. */
const CategoryFilter = z
  .string()
  .max(40)
  .regex(new RegExp(`^${word}(?:,${word})*$`), {
    error: `must be some of ${categories.join(', ')}, joined by commas`,
    abort: true,
  })
  .transform((text) => text.split(','))
  .pipe(z.array(Category).max(categories.length))
  .meta({ description: 'Only these categories, joined by commas; all when left out', example: 'Push,Pull' })

/** The request for the next workout, as query parameters. */
export const WorkoutRequestQuery = z.strictObject({
  minutes: wholeNumberText(minutesRange).exactOptional().meta(minutesMeta),
  equipment: EquipmentFilter.exactOptional().meta({
    description: "What there is to train with, joined by commas, `none` for nothing; the profile's when left out",
    example: 'pull-up-bar,rings',
  }),
  categories: CategoryFilter.exactOptional(),
  exercisesPerCategory: wholeNumberText(perCategoryRange).exactOptional().meta(perCategoryMeta),
})

/** The request for the next workout, and when it is planned for. */
export const AcceptNextWorkout = z
  .strictObject({
    id: SessionId.optional(),
    date: LocalDate.optional().meta({ description: 'Day to plan it for; today when left out', example: '2026-11-22' }),
    time: LocalTime.optional(),
    minutes: z.int().min(minutesRange.min).max(minutesRange.max).exactOptional().meta(minutesMeta),
    equipment: z
      .array(Equipment)
      .max(equipment.length)
      .exactOptional()
      .meta({ description: "What there is to train with; the profile's when left out", example: ['pull-up-bar'] }),
    categories: z
      .array(Category)
      .min(1)
      .max(categories.length)
      .exactOptional()
      .meta({ description: 'Only these categories; all when left out', example: ['Push', 'Pull'] }),
    exercisesPerCategory: z
      .int()
      .min(perCategoryRange.min)
      .max(perCategoryRange.max)
      .exactOptional()
      .meta(perCategoryMeta),
  })
  .meta({ id: 'AcceptNextWorkout', example: { time: '18:30', minutes: 40 } })

type Given = { readonly [Field in keyof WorkoutRequest]?: WorkoutRequest[Field] }

/** Completes a request with the profile's equipment and the rules' defaults. */
export function workoutRequestOf(
  given: Given,
  owned: readonly string[],
  { workout, selection }: TrainingRules,
): WorkoutRequest {
  return {
    minutes: given.minutes ?? workout.minutesUsual,
    equipment: given.equipment ?? owned,
    categories: given.categories ?? categories,
    exercisesPerCategory: given.exercisesPerCategory ?? selection.count,
  }
}
