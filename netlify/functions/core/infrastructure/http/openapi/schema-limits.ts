import type { ZodOpenApiOverride } from 'zod-openapi'

const int32Max = 2_147_483_647

/**
 * Says of every schema what holds for all of them, so that no schema has to: text holds no NUL (it
 * is refused when it comes in, and the database could not keep it), and whole numbers have the
 * width that their limits ask for.
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
