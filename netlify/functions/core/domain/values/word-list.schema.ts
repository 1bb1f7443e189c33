import * as z from 'zod'

/** A query parameter of some of these words, joined by commas; parsed to a list without repeats. */
export function wordList<const Word extends string>(words: readonly [Word, ...Word[]]) {
  const word = `(?:${words.join('|')})`
  return z
    .string()
    .max(words.join().length)
    .regex(new RegExp(`^${word}(?:,${word})*$`), {
      error: `must be some of ${words.join(', ')}, joined by commas`,
      abort: true,
    })
    .transform((text) => [...new Set(text.split(','))])
    .pipe(z.array(z.enum(words)).max(words.length))
}
