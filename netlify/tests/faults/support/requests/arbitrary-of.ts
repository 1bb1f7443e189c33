import fc from 'fast-check'
import * as z from 'zod'

/**
 * What is read of a JSON Schema here; the rest of it is looked at by the schema that it was made
 * from.
 */
type JsonSchema = {
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, JsonSchema>>
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly minItems?: number
  readonly maxItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly format?: string
  readonly deprecated?: boolean
  readonly minimum?: number
  readonly maximum?: number
  readonly multipleOf?: number
}

export type { JsonSchema }

/**
 * The JSON Schema of what a client sends; its fields stand at the top even where the schema has a
 * name.
 */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const document = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  return { ...document, ...resolved(document, document) }
}

/** The schema itself, where this is a reference to it. */
export function resolved({ $ref, ...schema }: JsonSchema, root: JsonSchema): JsonSchema {
  return $ref ? resolved(root.$defs?.[$ref.split('/').at(-1) ?? ''] ?? {}, root) : schema
}

/** Values that mostly fit a JSON Schema; rules between fields are not known to it. */
export function arbitraryOf(schema: JsonSchema, root: JsonSchema = schema): fc.Arbitrary<unknown> {
  const { $ref, anyOf = schema.oneOf, allOf } = schema
  if ($ref) return arbitraryOf(resolved(schema, root), root)
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (anyOf) return fc.oneof(...anyOf.map((one) => arbitraryOf(one, root)))
  if (allOf) return arbitraryOf(Object.assign({}, schema, { allOf: undefined }, ...allOf), root)
  const types = [schema.type ?? 'null'].flat()
  return fc.oneof(...types.map((type) => ofType(type, schema, root)))
}

function ofType(type: string, schema: JsonSchema, root: JsonSchema): fc.Arbitrary<unknown> {
  switch (type) {
    case 'object':
      return objectOf(schema, root)
    case 'array': {
      const { minItems = 0, maxItems = 3, items = {} } = schema
      return fc.array(arbitraryOf(items, root), {
        minLength: minItems,
        maxLength: Math.max(minItems, Math.min(maxItems, 3)),
      })
    }
    case 'string':
      return stringOf(schema)
    case 'integer':
    case 'number':
      return numberOf(type, schema)
    case 'boolean':
      return fc.boolean()
    default:
      return fc.constant(null)
  }
}

function objectOf({ properties = {}, required = [] }: JsonSchema, root: JsonSchema): fc.Arbitrary<unknown> {
  const fields = Object.entries(properties).map(([name, field]) => [name, arbitraryOf(field, root)] as const)
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...required], noNullPrototype: true })
}

const byFormat: Readonly<Record<string, fc.Arbitrary<string>>> = {
  uuid: fc.uuid({ version: 7 }),
  date: fc
    .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  'date-time': fc
    .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  uri: fc.webUrl({ validSchemes: ['https'] }),
  email: fc.emailAddress(),
}

function stringOf({ format, pattern, minLength = 0, maxLength = 50 }: JsonSchema): fc.Arbitrary<string> {
  const known = format ? byFormat[format] : undefined
  if (known) return known
  const any = fc.string({ unit: 'grapheme', minLength, maxLength: Math.max(minLength, Math.min(maxLength, 50)) })
  return pattern ? (matching(pattern) ?? any) : any
}

/** Null where the pattern is more than fast-check can turn around, such as one that looks ahead. */
function matching(pattern: string): fc.Arbitrary<string> | null {
  try {
    return fc.stringMatching(new RegExp(pattern, 'u'))
  } catch {
    return null
  }
}

function numberOf(
  type: string,
  { minimum = -1000, maximum = 1_000_000, multipleOf }: JsonSchema,
): fc.Arbitrary<number> {
  const step = multipleOf ?? (type === 'integer' ? 1 : null)
  if (step === null) return fc.double({ min: minimum, max: maximum, noNaN: true })
  const steps = fc.integer({ min: Math.ceil(minimum / step), max: Math.floor(maximum / step) })
  return steps.map((count) => Number((count * step).toFixed(6)))
}
