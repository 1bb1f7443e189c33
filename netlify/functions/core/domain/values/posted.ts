import * as z from 'zod'

type Fields = Readonly<Record<string, z.ZodType>>

/**
 * Makes the schema of something that is written for the first time: an object of these fields and of no
 * others. An optional field may be null, as answers have it where there is no value: that is the same as
 * leaving it out, and nobody behind the schema sees it.
 */
export function posted<Shape extends Fields>(fields: Shape): z.ZodObject<Shape, z.core.$strict> {
  const optional = Object.entries(fields).filter(([, { _zod }]) => _zod.optin !== undefined)
  const taking = optional.map(([name, schema]) => [name, takesNull(schema) ? schema : schema.nullable()])
  const leftOut = new Map(optional.map(([name, schema]) => [name, schema.safeParse(undefined).data]))
  const object = z.strictObject({ ...fields, ...Object.fromEntries(taking) })
  return object.overwrite((given) => withoutNulls(given, leftOut)) as z.ZodType as z.ZodObject<Shape, z.core.$strict>
}

function takesNull(schema: z.ZodType): boolean {
  return schema.safeParse(null).success
}

/** Gives every optional field that is null what it has where it is left out: its default, or nothing. */
function withoutNulls<Given extends object>(given: Given, leftOut: ReadonlyMap<string, unknown>): Given {
  const said = Object.entries(given).map(([name, value]) =>
    value === null && leftOut.has(name) ? [name, leftOut.get(name)] : [name, value],
  )
  return Object.fromEntries(said.filter(([, value]) => value !== undefined))
}
