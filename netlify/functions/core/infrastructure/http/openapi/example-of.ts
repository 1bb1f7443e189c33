import type { oas31 } from 'zod-openapi'

type Schema = oas31.SchemaObject | oas31.ReferenceObject
type Schemas = Readonly<Record<string, Schema>>

/** Makes an example of a schema: its own, or one composed from the examples of its parts. */
export function exampleOf(schema: Schema, schemas: Schemas): unknown {
  if ('$ref' in schema && schema.$ref) return exampleOf(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas)
  const { examples, const: only, default: usual, enum: values } = schema as oas31.SchemaObject
  if (Array.isArray(examples) && examples.length > 0) return examples[0]
  if (only !== undefined) return only
  if (usual !== undefined) return usual
  return values ? values[0] : madeOf(schema as oas31.SchemaObject, schemas)
}

function madeOf(schema: oas31.SchemaObject, schemas: Schemas): unknown {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices?.[0]) return exampleOf(choices[0], schemas)
  switch (schema.type) {
    case 'object':
      return objectOf(schema, schemas)
    case 'array':
      return Array.from({ length: schema.minItems ?? 1 }, () => exampleOf(schema.items ?? {}, schemas))
    case 'integer':
    case 'number':
      return schema.minimum ?? 0
    case 'boolean':
      return true
    case 'null':
      return null
    default:
      return 'text'
  }
}

function objectOf({ properties = {} }: oas31.SchemaObject, schemas: Schemas): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, exampleOf(schema, schemas)]))
}
