import type { JsonSchema } from '../requests/arbitrary-of.js'

/** A value that is wrong for a schema, most probably, and what is wrong with it. */
export type Wrong = readonly [what: string, value: unknown]

/** None of these is right for many fields. */
const strangers: readonly Wrong[] = [
  ['a list', [[]]],
  ['an object', { stranger: true }],
  ['a boolean', true],
  ['a NUL', '\u0000'],
  ['a huge number', 1e300],
  ['a negative number', -1],
  ['nothing', null],
]

/** Wrong values for what a schema describes. */
export function wrongValuesOf(schema: JsonSchema, value: unknown): readonly Wrong[] {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems, enum: values, pattern, format } = schema
  const found: (Wrong | false)[] = [
    maxLength !== undefined && ['a text that is too long', 'x'.repeat(maxLength + 1)],
    (minLength ?? 0) > 0 && ['a text that is too short', ''],
    maximum !== undefined && ['a number that is too large', maximum + 1],
    minimum !== undefined && ['a number that is too small', minimum - 1],
    schema.type === 'integer' && ['half of a whole number', 0.5],
    values !== undefined && ['none of the values', 'no-value-of-ours'],
    (pattern !== undefined || format !== undefined) && ['a text of another form', '~ \u00e9 ~'],
    Array.isArray(value) && maxItems !== undefined && ['too many items', grown(value, maxItems + 1)],
    Array.isArray(value) && (minItems ?? 0) > 0 && ['too few items', []],
  ]
  return [...found.filter((one) => one !== false), ...strangers]
}

// a list of a hundred thousand says no more than one of a thousand, and has to be refused for its
// size
function grown(items: readonly unknown[], count: number): unknown[] {
  return Array.from({ length: Math.min(count, 1_000) }, (_, index) => items[index] ?? items[0] ?? null)
}

/** Changes of an object that make it wrong whatever its fields hold. */
export function wrongObjectsOf(object: Readonly<Record<string, unknown>>, { required = [] }: JsonSchema): Wrong[] {
  return [
    ...required.map((name): Wrong => [`without ${name}`, without(object, name)]),
    ['a field nobody knows', { ...object, surprise: 1 }],
    ['fields that are the server’s', { ...object, userId: '0198c0de-7a11-7000-8000-000000000001', version: 7 }],
    ['a list instead of an object', [object]],
  ]
}

function without(object: Readonly<Record<string, unknown>>, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([field]) => field !== name))
}

/** Every way in which a value gets wrong at one place, however deep. */
export function mutationsOf(value: unknown, schema: JsonSchema, root: JsonSchema = schema): Wrong[] {
  const { $ref, anyOf = schema.oneOf } = schema
  if ($ref) return mutationsOf(value, root.$defs?.[$ref.split('/').at(-1) ?? ''] ?? {}, root)
  if (anyOf) return anyOf.flatMap((one) => mutationsOf(value, one, root))
  return [...wrongValuesOf(schema, value), ...inside(value, schema, root)]
}

function inside(value: unknown, schema: JsonSchema, root: JsonSchema): Wrong[] {
  if (Array.isArray(value)) {
    const changed = mutationsOf(value[0], schema.items ?? {}, root)
    return value.length === 0 ? [] : changed.map(([what, item]) => [`${what} in a list`, [item, ...value.slice(1)]])
  }
  if (typeof value !== 'object' || value === null) return []
  const object = { ...value } as Record<string, unknown>
  const fields = Object.entries(schema.properties ?? {}).filter(([name]) => name in object)
  const ofFields = fields.flatMap(([name, field]) =>
    mutationsOf(object[name], field, root).map(
      ([what, wrong]): Wrong => [`${what} as ${name}`, { ...object, [name]: wrong }],
    ),
  )
  return [...wrongObjectsOf(object, schema), ...ofFields]
}
