import * as z from 'zod'
import { ExerciseId, withIdInLowerCase } from '#domain/values/id.schema.js'
import { Category, ExerciseSlug, Level } from './vocabulary.js'

/** The fields by which an exercise is known wherever it is mentioned. */
export const exerciseRefFields = {
  id: ExerciseId,
  slug: ExerciseSlug.meta({ description: 'A stable, readable key', example: 'archer-pull-up' }),
  name: z.string().max(150).meta({ description: 'What it is called', example: 'Archer Pull-up' }),
  category: Category,
  level: Level.meta({ description: 'From Foundation (0) to Expert (5)', example: 3 }),
  difficulty: z
    .number()
    .min(0)
    .max(6)
    .meta({ description: 'Place on the axis of all levels; its whole part is the level', example: 3.6 }),
}

/** An exercise in the short form in which other resources mention it. */
export const ExerciseRef = z
  .strictObject(exerciseRefFields)
  .meta({ id: 'ExerciseRef', description: 'An exercise, as it is mentioned by others' })
export type ExerciseRef = z.output<typeof ExerciseRef>

/** An exercise as it is looked for, with the slugs that it had before. */
export type NamedExercise = ExerciseRef & { readonly formerSlugs?: readonly string[] }

/** Shortens an exercise to the form in which others mention it. */
export function exerciseRefOf({ id, slug, name, category, level, difficulty }: ExerciseRef): ExerciseRef {
  return { id, slug, name, category, level, difficulty }
}

const keyForm = '(?:[a-z0-9]+(?:-[a-z0-9]+)*|[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})'

/** The name of an exercise: its id, its slug, or a slug that it had before. */
export const ExerciseKey = z
  .string()
  .max(80)
  .regex(new RegExp(`^${keyForm}$`), {
    error: 'must be the id or the slug of an exercise',
  })
  .overwrite(withIdInLowerCase)
  .meta({ description: 'The id or the slug of an exercise, or a slug that it had before', example: 'archer-pull-up' })

/** A query parameter of exercises by their keys, joined by commas; parsed to a list without repeats. */
export function exerciseKeyList(max: number) {
  return z
    .string()
    .max(max * 81)
    .regex(new RegExp(`^${keyForm}(?:,${keyForm}){0,${max - 1}}$`), {
      error: `must be at most ${max} ids or slugs of exercises, joined by commas`,
      abort: true,
    })
    .transform((text) => [...new Set(text.split(','))])
    .pipe(z.array(ExerciseKey).max(max))
    .meta({ description: `Exercises by id or slug, joined by commas; at most ${max}`, example: 'push-up,pull-up' })
}

/** An exercise's key, either as an id or as a slug: the other one is null. */
export type ExerciseKeys = { readonly id: ExerciseId | null; readonly slug: string | null }

/** Tells ids from slugs: a UUID would be a valid slug, but no exercise has such a slug. */
export function exerciseKeys(key: string): ExerciseKeys {
  const { data: id } = ExerciseId.safeParse(key)
  return id ? { id, slug: null } : { id: null, slug: key }
}
