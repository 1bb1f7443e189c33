import * as z from 'zod'

/** An instant as JSON has it, where a row holds a thing as JSON. */
export const JsonInstant = z.string().transform((text) => new Date(text))
