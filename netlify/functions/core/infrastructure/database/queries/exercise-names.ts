import * as z from 'zod'
import { Aliases } from '#domain/library/aliases.schema.js'
import { nameKinds } from '#domain/library/exercise-names.js'
import { ExerciseSlug } from '#domain/library/vocabulary.js'
import { many, one, sql } from '../statement.js'

/** What an exercise is called, and was. */
export type Called = {
  readonly slug: ExerciseSlug
  readonly name: string
  readonly formerSlugs: readonly ExerciseSlug[]
  readonly aliases: Aliases
}

/** Lists what the exercises of the library are called, and were. */
export const listCalled = many({
  name: 'listCalled',
  row: z.object({ slug: ExerciseSlug, name: z.string(), former_slugs: z.array(ExerciseSlug), aliases: Aliases }),
  sql: (_: Record<never, never>) => sql`
    select slug, name, former_slugs, aliases
    from exercises
    where retired_at is null
    order by slug`,
  map: ({ former_slugs, ...called }): Called => ({ ...called, formerSlugs: former_slugs }),
})

/** Lists the names by which exercises are found. */
export const listExerciseNames = many({
  name: 'listExerciseNames',
  row: z.object({
    slug: ExerciseSlug,
    kind: z.enum(nameKinds),
    language: z.string(),
    folded: z.string(),
    compact: z.string(),
    letters: z.string(),
    words: z.array(z.string()),
  }),
  sql: (_: Record<never, never>) => sql`
    select
      exercise.slug, called.kind, called.language, called.folded, called.compact, called.letters,
      tsvector_to_array(called.words) as words
    from exercise_names as called
    join exercises as exercise on exercise.id = called.exercise_id
    order by exercise.slug, called.compact`,
  map: (row) => row,
})

/**
 * Replaces the names by which exercises are found: inserts, updates and deletes until they equal
 * `names`, a JSON array of `ExerciseName`.
 */
export const replaceNames = one({
  name: 'replaceNames',
  row: z.object({ inserted: z.number(), updated: z.number(), deleted: z.number() }),
  sql: ({ names }: { names: string }) => sql`
    with wanted as (
      select
        exercise.id as exercise_id, item.kind, item.language, item.folded, item.compact, item.letters,
        array_to_tsvector(item.words) as words
      from json_to_recordset(${names}::json)
        as item (slug text, kind text, language text, folded text, compact text, letters text, words text[])
      join exercises as exercise on exercise.slug = item.slug
    ),
    deleted as (
      delete from exercise_names as called
      where not exists (
        select
        from wanted
        where (wanted.exercise_id, wanted.compact) = (called.exercise_id, called.compact)
      )
      returning called.compact
    ),
    written as (
      insert into exercise_names as called (exercise_id, kind, language, folded, compact, letters, words)
      select exercise_id, kind, language, folded, compact, letters, words
      from wanted
      on conflict (exercise_id, compact) do update
      set kind = excluded.kind,
        language = excluded.language,
        folded = excluded.folded,
        letters = excluded.letters,
        words = excluded.words
      where (called.kind, called.language, called.folded, called.letters, called.words)
        is distinct from (excluded.kind, excluded.language, excluded.folded, excluded.letters, excluded.words)
      returning exercise_id, compact
    )
    select
      (count(*) filter (where known.exercise_id is null))::integer as inserted,
      (count(*) filter (where known.exercise_id is not null))::integer as updated,
      (select count(*) from deleted)::integer as deleted
    from written
    left join exercise_names as known on (known.exercise_id, known.compact) = (written.exercise_id, written.compact)`,
  map: (counts) => counts,
})
