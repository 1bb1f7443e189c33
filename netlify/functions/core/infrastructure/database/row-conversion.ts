import type * as z from 'zod'

/** Turns a value that came from the database into what its schema makes of it. */
type Convert = (value: unknown) => unknown

/**
 * Makes the conversion that a row's schema asks for, without its checks: fields that it does not name
 * are left out, and transformations are applied. Rows come from our own statements, whose types and
 * names are checked against the schema (`db:test-queries`), and whose every row is parsed in tests
 * (`validateRows`); parsing them once more for each request takes an eighth of its CPU.
 */
export function rowConversion<Row extends z.ZodType>(schema: Row): (row: unknown) => z.output<Row> {
  const convert = conversionOf(schema) ?? unchanged
  return (row) => convert(row) as z.output<Row>
}

const unchanged: Convert = (value) => value

/** Returns null where a value stays as it is. */
function conversionOf(schema: z.core.$ZodType): Convert | null {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'string':
      return overwriting(def.checks ?? [])
    case 'number':
    case 'boolean':
    case 'date':
    case 'enum':
    case 'literal':
    case 'template_literal':
    case 'unknown':
      return null
    case 'object':
      return objectConversion(schema, def)
    case 'union':
      // which of them it is does not matter where each stays as it is
      return def.options.every((option) => conversionOf(option) === null) ? null : parsing(schema)
    case 'array':
      return listOf(conversionOf(def.element))
    case 'tuple':
      return def.rest ? parsing(schema) : placesOf(def.items.map(conversionOf))
    case 'record':
      // it chooses by what it finds, unless whatever it finds stays as it is
      return conversionOf(def.keyType) || conversionOf(def.valueType) ? parsing(schema) : null
    case 'nullable':
    case 'optional':
    case 'readonly':
      return unlessAbsent(conversionOf(def.innerType))
    case 'default':
      return unlessUndefined(conversionOf(def.innerType), () => def.defaultValue)
    case 'pipe':
      return inTurn(conversionOf(def.in), conversionOf(def.out))
    case 'transform':
      return transformation(def)
    default:
      // a lazy schema, say, is known only when it is asked
      return parsing(schema)
  }
}

function parsing(schema: z.core.$ZodType): Convert {
  return (value) => (schema as z.ZodType).parse(value)
}

/** Applies what changes a text, such as `toLowerCase()`; the other checks are left out. */
function overwriting(checks: readonly z.core.$ZodCheck<never>[]): Convert | null {
  return checks.reduce<Convert | null>((before, check) => {
    const { def } = (check as unknown as z.core.$ZodCheckOverwrite)._zod
    return def.check === 'overwrite' ? inTurn(before, def.tx) : before
  }, null)
}

function objectConversion(schema: z.core.$ZodType, { shape, catchall }: z.core.$ZodObjectDef): Convert | null {
  const fields = Object.entries(shape).map(([name, field]) => ({ name, convert: conversionOf(field) }))
  const isStrict = catchall?._zod.def.type === 'never'
  // a strict object has no fields that would be left out
  if (isStrict && fields.every(({ convert }) => convert === null)) return null
  return catchall && !isStrict ? parsing(schema) : objectOf(fields)
}

function objectOf(fields: readonly { readonly name: string; readonly convert: Convert | null }[]): Convert {
  return (value) => {
    const given = value as Readonly<Record<string, unknown>>
    const kept: Record<string, unknown> = {}
    for (const { name, convert } of fields) {
      const field = convert ? convert(given[name]) : given[name]
      if (field !== undefined || name in given) kept[name] = field
    }
    return kept
  }
}

function listOf(item: Convert | null): Convert | null {
  return item && ((value) => (value as readonly unknown[]).map(item))
}

/** Converts the values of a list each by its place. */
function placesOf(items: readonly (Convert | null)[]): Convert | null {
  const changing = items.flatMap((convert, place) => (convert ? { convert, place } : []))
  if (changing.length === 0) return null
  return (value) => {
    const values = (value as readonly unknown[]).slice()
    for (const { convert, place } of changing) values[place] = convert(values[place])
    return values
  }
}

function unlessAbsent(convert: Convert | null): Convert | null {
  return convert && ((value) => (value === null || value === undefined ? value : convert(value)))
}

function unlessUndefined(convert: Convert | null, given: () => unknown): Convert {
  return (value) => (value === undefined ? given() : convert ? convert(value) : value)
}

function inTurn(first: Convert | null, second: Convert | null): Convert | null {
  return first && second ? (value) => second(first(value)) : (first ?? second)
}

/**
 * Applies a transformation. What it may complain to is made only for one that has a parameter for it: making it
 * takes longer than most transformations do.
 */
function transformation({ transform }: z.core.$ZodTransformDef): Convert {
  if (transform.length < 2) return (value) => transform(value, unasked)
  return (value) => transform(value, context(value))
}

/** What a transformation may complain to. */
function context(value: unknown): z.core.ParsePayload & { addIssue: (issue: unknown) => never } {
  const addIssue = (issue: unknown) => {
    throw new Error(`a row has ${JSON.stringify(value)}: ${JSON.stringify(issue)}`)
  }
  return { value, issues: [], addIssue }
}

const unasked = context(null)
