import { type JsonSchema, resolved } from './arbitrary-of.js'

/** An object in a body: where it is (RFC 6901), and the fields that its schema takes there. */
export type ObjectNode = { readonly pointer: string; readonly documented: ReadonlyMap<string, JsonSchema> }

/** Every object in a body, itself included. */
export function objectNodes(value: unknown, schema: JsonSchema, root = schema, pointer = ''): ObjectNode[] {
  if (typeof value !== 'object' || value === null) return []
  const shapes = shapesOf(schema, root)
  const inner = Object.entries(value).flatMap(([name, field]) =>
    objectNodes(field, { anyOf: shapes.flatMap((shape) => partOf(shape, name)) }, root, `${pointer}/${name}`),
  )
  if (Array.isArray(value)) return inner
  const documented = new Map(shapes.flatMap(({ properties }) => Object.entries(properties ?? {})))
  return [{ pointer, documented }, ...inner]
}

/** The schemas that a value may follow, without references and choices. */
export function shapesOf(schema: JsonSchema, root: JsonSchema): JsonSchema[] {
  const { anyOf = [], oneOf = [], allOf = [], ...own } = resolved(schema, root)
  return [own, ...[...anyOf, ...oneOf, ...allOf].flatMap((one) => shapesOf(one, root))]
}

function partOf({ properties, items }: JsonSchema, name: string): JsonSchema[] {
  const part = properties?.[name] ?? (/^\d+$/.test(name) ? items : undefined)
  return part ? [part] : []
}

/** The JSON of a body with one more member, as text, in the object at the pointer. */
export function withMember(value: unknown, pointer: string, member: string, here = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = Object.entries(value).map(([name, field]) => {
    const text = withMember(field, pointer, member, `${here}/${name}`)
    return Array.isArray(value) ? text : `${JSON.stringify(name)}:${text}`
  })
  if (Array.isArray(value)) return `[${inner.join(',')}]`
  return `{${[...inner, ...(here === pointer ? [member] : [])].join(',')}}`
}

/** What stands at a pointer, or undefined. */
export function valueAt(value: unknown, pointer: string): unknown {
  const steps = pointer.split('/').slice(1)
  return steps.reduce((inner: unknown, step) => (inner instanceof Object ? Reflect.get(inner, step) : undefined), value)
}

/** A text in a body; free where its schema asks for no form. */
export type TextField = { readonly pointer: string; readonly free: boolean }

/** Every field of a body that holds a text. */
export function textFields(value: unknown, schema: JsonSchema, root = schema, pointer = ''): TextField[] {
  const shapes = shapesOf(schema, root)
  if (typeof value === 'string') return [{ pointer, free: shapes.some(isFreeText) }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, field]) =>
    textFields(field, { anyOf: shapes.flatMap((shape) => partOf(shape, name)) }, root, `${pointer}/${name}`),
  )
}

export function isFreeText(shape: JsonSchema): boolean {
  return shape.type === 'string' && !shape.enum && !('const' in shape) && !shape.pattern && !shape.format
}

/** A copy of the body with another value at the pointer. */
export function withValue(body: unknown, pointer: string, value: unknown): unknown {
  const copy = structuredClone(body)
  const cut = pointer.lastIndexOf('/')
  Reflect.set(Object(valueAt(copy, pointer.slice(0, cut))), pointer.slice(cut + 1), value)
  return copy
}
