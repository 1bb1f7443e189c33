import type * as z from 'zod'

type Options = {
  /** The field that is at fault; the whole where it is left out. */
  readonly path?: string
  /** The code of the fault; `VALUE` where it is left out. */
  readonly code?: string
}

/**
 * Makes a schema refuse everything that has none or several of these fields. The document says so
 * too, by one shape for each of them.
 */
export function exactlyOneOf<Shape extends z.ZodObject>(
  schema: Shape,
  names: readonly (keyof z.output<Shape> & string)[],
  { path, code }: Options = {},
): Shape {
  return schema
    .refine((given) => names.filter((name) => given[name] !== undefined).length === 1, {
      error: `give exactly one of ${names.slice(0, -1).join(', ')} and ${names.at(-1)}`,
      ...(path ? { path: [path] } : {}),
      ...(code ? { params: { code } } : {}),
    })
    .meta({ exactlyOneOf: names })
}
