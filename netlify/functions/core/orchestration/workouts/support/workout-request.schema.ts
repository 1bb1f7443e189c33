import * as z from 'zod'
import { EquipmentFilter } from '#domain/library/equipment-filter.schema.js'
import { Category, categories, Equipment, equipment } from '#domain/library/vocabulary.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { SessionId, withIdInLowerCase } from '#domain/values/id.schema.js'
import { posted } from '#domain/values/posted.js'
import { omissible } from '#domain/values/text.schema.js'
import { LocalDate, LocalTime } from '#domain/values/time.schema.js'
import { TruthText } from '#domain/values/truth.schema.js'
import { wholeNumberOf, wholeNumberText } from '#domain/values/whole-number.schema.js'

const minutesRange = { min: 5, max: 180 }
const minutesMeta = {
  description: `Minutes there are, warm-up included; those of the profile when left out, else ${rulesInForce.workout.minutesUsual}`,
  example: 40,
}
const perCategoryRange = { min: 1, max: 5 }
const perCategoryMeta = {
  description: 'At most as many exercises of each category; as many as the coach finds right when left out',
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
  .meta({
    description: 'Only exercises of these categories, joined by commas; all when left out',
    example: 'Push,Pull',
  })

/** A place of the profile, as a query parameter. */
export const PlaceQuery = z.string().min(1).max(60).overwrite(withIdInLowerCase).meta({
  description:
    'Id or name of a place in the profile, whose equipment is at hand; home when left out. Not with `equipment`',
  example: 'Park',
})

/** The request for the next workout, as query parameters. */
export const WorkoutRequestQuery = z.strictObject({
  date: LocalDate.exactOptional().meta({
    description: 'The day, today or later; today when left out',
    example: '2026-11-22',
  }),
  minutes: wholeNumberText(minutesRange).exactOptional().meta(minutesMeta),
  equipment: EquipmentFilter.exactOptional().meta({
    description: "What there is to train with, joined by commas, `none` for nothing; the profile's when left out",
    example: 'pull-up-bar,rings',
  }),
  place: PlaceQuery.exactOptional(),
  force: TruthText.exactOptional().meta({
    description: '`true` for a session even on a day of rest; pain, readiness and caps are never lifted',
    example: false,
  }),
  reasons: TruthText.exactOptional().meta({
    description: '`false` for a slim answer without reasons',
    example: true,
  }),
  categories: CategoryFilter.exactOptional(),
  exercisesPerCategory: wholeNumberText(perCategoryRange).exactOptional().meta(perCategoryMeta),
})

/** What an athlete may wish of a workout, or of many. */
export const wishes = {
  minutes: wholeNumberOf('minutes').min(minutesRange.min).max(minutesRange.max).exactOptional().meta(minutesMeta),
  equipment: z
    .array(Equipment)
    .max(equipment.length)
    .exactOptional()
    .meta({ description: "What there is to train with; the profile's when left out", example: ['pull-up-bar'] }),
  place: omissible(PlaceQuery),
}

/** The request for the next workout, and when it is planned for. */
export const AcceptNextWorkout = posted({
  id: SessionId.optional(),
  date: LocalDate.optional().meta({
    description: 'The day that was asked about and that it is planned for; today when left out',
    example: '2026-11-22',
  }),
  time: LocalTime.optional(),
  ...wishes,
  force: z
    .boolean()
    .exactOptional()
    .meta({ description: 'A session even on a day of rest, if that is what was asked for', example: false }),
  categories: z
    .array(Category)
    .min(1)
    .max(categories.length)
    .exactOptional()
    .meta({ description: 'Only exercises of these categories; all when left out', example: ['Push', 'Pull'] }),
  exercisesPerCategory: z
    .int()
    .min(perCategoryRange.min)
    .max(perCategoryRange.max)
    .exactOptional()
    .meta(perCategoryMeta),
}).meta({ id: 'AcceptNextWorkout', example: { time: '18:30', minutes: 40 } })

type Location = { readonly parameter: string } | { readonly pointer: string }

/** Where in a request the fields stand that may be refused for what they say. */
type Locations = { readonly date: Location; readonly equipment: Location }

export const inQuery: Locations = { date: { parameter: 'date' }, equipment: { parameter: 'equipment' } }
export const inBody: Locations = { date: { pointer: '/date' }, equipment: { pointer: '/equipment' } }

/** What is asked of the coach, whatever it is asked with; null where nothing was said. */
export type WorkoutRequest = {
  readonly at: Locations
  readonly date: string | null
  readonly minutes: number | null
  readonly equipment: readonly Equipment[] | null
  readonly place: string | null
  readonly force: boolean
  readonly categories: readonly Category[] | null
  readonly exercisesPerCategory: number | null
}

type Given = { readonly [Field in Exclude<keyof WorkoutRequest, 'at'>]?: WorkoutRequest[Field] | undefined }

/** Returns a request with null where nothing was said. */
export function workoutRequestOf(given: Given, at: Locations = inQuery): WorkoutRequest {
  return {
    at,
    date: given.date ?? null,
    minutes: given.minutes ?? null,
    equipment: given.equipment ?? null,
    place: given.place ?? null,
    force: given.force ?? false,
    categories: given.categories ?? null,
    exercisesPerCategory: given.exercisesPerCategory ?? null,
  }
}

/** Returns a request in one form, apart from its day: the same request has the same text. */
export function questionText({ date: _, at: __, ...asked }: WorkoutRequest): string {
  const { equipment, categories } = asked
  return JSON.stringify({
    ...asked,
    equipment: equipment && [...equipment].sort(),
    categories: categories && [...categories].sort(),
  })
}
