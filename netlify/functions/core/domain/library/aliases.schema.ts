import * as z from 'zod'
import { ExerciseSlug } from './vocabulary.js'

/** A language by its two letters (ISO 639-1). */
export const Language = z
  .string()
  .length(2)
  .regex(/^[a-z]{2}$/, 'must be a language of two letters')

const Alias = z.string().trim().min(1).max(80)

/** Other names of one exercise as people write them, by language. */
export const Aliases = z.record(Language, z.array(Alias).max(30))
export type Aliases = z.output<typeof Aliases>

/** Other names of exercises, by slug. */
export const AliasesBySlug = z.record(ExerciseSlug, Aliases)
export type AliasesBySlug = z.output<typeof AliasesBySlug>

/** Another name of an exercise, in the shape that callers read. */
export const ExerciseAlias = z
  .strictObject({
    name: z.string().max(80).meta({ description: 'What it is also called', example: 'Press-up' }),
    language: Language.meta({ description: 'The language of the name (ISO 639-1)', example: 'en' }),
  })
  .meta({ id: 'ExerciseAlias', description: 'Another name of an exercise' })
export type ExerciseAlias = z.output<typeof ExerciseAlias>

/** Lists aliases as callers read them: English ones first, then by language. */
export function listAliases(aliases: Aliases): ExerciseAlias[] {
  const languages = Object.keys(aliases).sort(
    (one, other) => Number(other === 'en') - Number(one === 'en') || (one < other ? -1 : 1),
  )
  return languages.flatMap((language) => (aliases[language] ?? []).map((name) => ({ name, language })))
}
