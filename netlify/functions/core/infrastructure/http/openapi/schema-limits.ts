import type { ZodOpenApiOverride } from 'zod-openapi'

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
