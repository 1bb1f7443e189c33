import type * as z from 'zod'

type Nullable<Fields> = { [Name in keyof Fields]: Fields[Name] extends z.ZodType ? z.ZodNullable<Fields[Name]> : never }

/** Returns schemas of the same fields, each of which takes null too. */
export function eachNullable<Fields extends Readonly<Record<string, z.ZodType>>>(fields: Fields): Nullable<Fields> {
  const entries = Object.entries(fields).map(([name, schema]) => [name, schema.nullable()])
  return Object.fromEntries(entries) as Nullable<Fields>
}
