import * as z from 'zod'

/** Length in code points, as a person counts: an emoji is one, whatever UTF-16 makes of it. */
export function codePoints(text: string): number {
  return [...text].length
}

/** True when Postgres stores the text as it is: no NUL, no unpaired surrogate. */
export function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed()
}

/** Free text of 1 to `max` code points, which the database stores byte for byte. */
export function freeText(max: number) {
  return z
    .string()
    .min(1)
    .refine(isStorable, { error: 'contains NUL or an unpaired surrogate', abort: true })
    .refine((text) => codePoints(text) <= max, { error: `has more than ${max} characters` })
    .meta({ maxLength: max, minLength: 1 })
}
