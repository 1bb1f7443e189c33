import type { NameForms } from '#domain/library/name-forms.js'
import { type Sql, sql } from '../statement.js'

/** The most words of a question that are taken for the name of an exercise, when there are more. */
const partWordsMax = 5

/**
 * Selects `exercise_id` and `rank` of the exercises that a text may mean. The best rank of an exercise
 * counts; within a line, the last two digits say how alike text and name are:
 *
 *     1000  the text is its name, its slug or a former slug     950  one of its other names
 *      850  its name begins with the text                       750  one of its other names does
 *      800  its name has words that begin with these            700  one of its other names has
 *      650  the letters of a name, in another order
 *      500  at least half alike                                 200  less
 *      450  some of the words are one of its names
 *      400  every word is in its name, tags or description
 */
export function meantBy({ folded, compact, letters }: NameForms): Sql {
  const single = folded.split(' ').filter((word) => word !== '')
  return sql`
        select found.exercise_id, max(found.rank) as rank
        from (
          select
            called.exercise_id,
            case
              when called.compact = ${compact}::text then case called.kind when 'alias' then 950 else 1000 end
              when starts_with(called.compact, ${compact}::text) then
                case called.kind when 'alias' then 750 else 850 end + how.alike * 0.49
              when called.words @@ ${wordsFrom(single)}::tsquery then
                case called.kind when 'alias' then 700 else 800 end + how.alike * 0.49
              when called.letters = ${letters}::text then 650
              when how.alike >= 50 then 500 + how.alike * 0.99
              when called.compact = any(${partsOf(single)}::text[]) then 450 + how.alike * 0.49
              else 200 + how.alike * 0.99
            end::integer as rank
          from exercise_names as called
          cross join lateral (
            select 100 * greatest(
              similarity(called.compact, ${compact}::text), 0.9 * strict_word_similarity(${folded}::text, called.folded)
            ) as alike
          ) as how
          where called.compact % ${compact}::text
            or called.folded %>> ${folded}::text
            or called.words @@ ${wordsFrom(single)}::tsquery
            or called.letters = ${letters}::text
            or called.compact = any(${partsOf(single)}::text[])
          union all
          select exercise.id, 400 + (49 * least(1, ts_rank(exercise.search_text, asked.words)))::integer
          from plainto_tsquery('english'::regconfig, ${folded}::text) as asked (words)
          join exercises as exercise on exercise.search_text @@ asked.words
        ) as found
        group by found.exercise_id`
}

/** Asks for words that begin with each of these. Folded words have letters and digits only, so quotes are all they need. */
function wordsFrom(words: readonly string[]): string {
  return words.map((word) => `'${word}':*`).join(' & ')
}

/** Lists every run of a few of these words, without spaces. */
function partsOf(words: readonly string[]): string[] {
  return words.flatMap((_, from) =>
    words.slice(from, from + partWordsMax).map((_, more) => words.slice(from, from + more + 1).join('')),
  )
}
