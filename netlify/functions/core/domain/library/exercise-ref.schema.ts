import * as z from 'zod'
import { ExerciseId } from '#domain/values/id.schema.js'
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

/** The name of an exercise in a path: its id or its slug. */
export const ExerciseKey = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be the id or the slug of an exercise')
  .meta({ description: 'The id or the slug of an exercise', example: 'archer-pull-up' })

/** An exercise's key, either as an id or as a slug: the other one is null. */
export type ExerciseKeys = { readonly id: ExerciseId | null; readonly slug: string | null }

/** Tells ids from slugs: a UUID would be a valid slug, but no exercise has such a slug. */
export function exerciseKeys(key: string): ExerciseKeys {
  const { data: id } = ExerciseId.safeParse(key)
  return id ? { id, slug: null } : { id: null, slug: key }
}
