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

/**
 * Makes the schema of a text that may be missing: null says that there is none, and so does the empty
 * string, which forms send for a field that was cleared. White space is text, and kept as it is.
 */
export function clearable(text: z.ZodString) {
  return z
    .union([text, z.null(), z.literal('')])
    .transform((given) => (given === '' ? null : given))
    .pipe(text.nullable())
}

/** Makes the schema of a text that may be left out: the empty string is the same as nothing. */
export function omissible(text: z.ZodString) {
  return z
    .union([text, z.literal('')])
    .transform((given) => (given === '' ? undefined : given))
    .pipe(text.optional())
    .optional()
}
