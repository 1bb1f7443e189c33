import type { ZodOpenApiOverride } from 'zod-openapi'
import { besideNull, takesNull } from './nullable.js'

const int32Max = 2_147_483_647

/**
 * Completes every schema with the limits that all share: text holds no NUL (requests with one are
 * refused, and the database could not store it), and integers have the format that fits their
 * range.
 */
export const completeSchema: ZodOpenApiOverride = ({ jsonSchema }) => {
  const schema: Record<string, unknown> = jsonSchema
  if (schema.type === 'string' && !['format', 'pattern', 'enum', 'const'].some((key) => key in schema)) {
    schema.pattern = '^[^\\u0000]*$'
  }
  if (isWhole(schema)) completeWhole(schema)
  if ('example' in schema) {
    schema.examples = [schema.example]
    delete schema.example
  }
  if (Array.isArray(schema.exactlyOneOf)) divideShapes(schema, schema.exactlyOneOf)
}

/** Turns an object of which one field of several is needed into a choice of objects, one for each of these fields. */
function divideShapes(schema: Record<string, unknown>, names: readonly string[]): void {
  const { exactlyOneOf: _, type, properties, required, additionalProperties, ...said } = schema
  const shapes = names.map((name) => ({
    title: `With ${name}`,
    type,
    properties: chosen(Object(properties), names, name),
    required: [...(Array.isArray(required) ? required : []), name],
    additionalProperties,
  }))
  for (const key of Object.keys(schema)) delete schema[key]
  Object.assign(schema, said, { oneOf: shapes })
}

/** Keeps of several fields one alone, which has a value; what may be null of the others is null. */
function chosen(fields: object, names: readonly string[], kept: string): object {
  const entries = Object.entries(fields).flatMap(([name, schema]): [string, unknown][] => {
    if (!names.includes(name)) return [[name, schema]]
    if (name === kept) return [[name, besideNull(schema)]]
    return takesNull(schema) ? [[name, { type: 'null' }]] : []
  })
  return Object.fromEntries(entries)
}

function isWhole({ type, enum: values }: Record<string, unknown>): boolean {
  return type === 'integer' || (type === 'number' && Array.isArray(values) && values.every(Number.isInteger))
}

function completeWhole(schema: Record<string, unknown>): void {
  const values = Array.isArray(schema.enum) ? schema.enum.map(Number) : []
  schema.type = 'integer'
  if (values.length > 0) Object.assign(schema, { minimum: Math.min(...values), maximum: Math.max(...values) })
  schema.format = Number(schema.maximum) > int32Max || Number(schema.minimum) < -int32Max ? 'int64' : 'int32'
}
