import * as z from 'zod'
import type { JsonSchema } from '../requests/arbitrary-of.js'

const compiled = new WeakMap<JsonSchema, z.ZodType>()

/** What in a value does not fit a JSON Schema, or null where all of it does. */
export function misfitOf(schema: JsonSchema, value: unknown): string | null {
  const known = compiled.get(schema) ?? z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0])
  compiled.set(schema, known)
  const { error } = known.safeParse(value)
  return error ? z.prettifyError(error) : null
}

/** The same of the text of a parameter or a header, read as the type that its schema has. */
export function misfitOfText(schema: JsonSchema, text: string): string | null {
  return misfitOf(schema, readAs(schema, text))
}

function readAs({ type }: JsonSchema, text: string): unknown {
  switch (type) {
    case 'integer':
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
    case 'boolean':
      return text === 'true' || text === 'false' ? text === 'true' : text
    default:
      return text
  }
}
