import * as z from 'zod'

const separator = ','

/**
 * Makes a query parameter that names some of what there is, joined by commas, each once. It is parsed to a
 * list in the order of `known`, so that the order in which they are asked for makes no other question.
 */
export function nameList<const Name extends string>(known: readonly Name[], what: string) {
  const isKnown = (text: string) => text.split(separator).every((name) => known.some((one) => one === name))
  const isOnce = (text: string) => new Set(text.split(separator)).size === text.split(separator).length
  return z
    .string()
    .max(known.join(separator).length)
    .refine(isKnown, { error: `must be some of ${known.join(', ')}, joined by commas`, abort: true })
    .refine(isOnce, `must not name the same ${what} twice`)
    .transform((text) => known.filter((name) => text.split(separator).includes(name)))
    .pipe(z.array(z.enum(known)))
}
