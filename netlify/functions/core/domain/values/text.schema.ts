import * as z from 'zod'

/** Counts code points, as a person counts: an emoji is one, whatever UTF-16 makes of it. */
export function codePoints(text: string): number {
  return [...text].length
}

/** Tells whether Postgres stores the text unchanged: it has no NUL and no unpaired surrogate. */
export function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed()
}

/**
 * Makes a schema of free text of 1 to `max` code points, which the database stores byte for byte.
 */
export function freeText(max: number) {
  return z
    .string()
    .min(1)
    .refine(isStorable, { error: 'contains NUL or an unpaired surrogate', abort: true })
    .refine((text) => codePoints(text) <= max, { error: `has more than ${max} characters` })
    .meta({ maxLength: max, minLength: 1 })
}
