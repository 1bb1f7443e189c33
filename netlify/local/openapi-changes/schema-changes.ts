import { takesAll } from './word-patterns.js'

/** A JSON Schema, as far as it is compared; `resolve` follows its references. */
export type Schema = Readonly<Record<string, unknown>> & { readonly $ref?: string }

/**
 * Which way values go: what callers send must not get narrower, what they receive must not get
 * wider.
 */
export type Direction = 'input' | 'output'

export type Sides = {
  readonly direction: Direction
  readonly resolveOld: (schema: Schema) => Schema
  readonly resolveNew: (schema: Schema) => Schema
}

/** The limits that accept fewer values when they are lowered. */
const upperLimits = ['maxLength', 'maximum', 'maxItems', 'exclusiveMaximum'] as const

/** The limits that accept fewer values when they are raised. */
const lowerLimits = ['minLength', 'minimum', 'minItems', 'exclusiveMinimum'] as const

/**
 * Lists the changes of a schema that break callers who know the old one, each with the path to it.
 */
export function schemaChanges(
  older: Schema,
  newer: Schema,
  sides: Sides,
  way: string,
  seen = new Set<string>(),
): string[] {
  // a schema that refers to itself is compared once
  const pair = `${older.$ref} ${newer.$ref}`
  if (older.$ref && seen.has(pair)) return []
  const within = older.$ref ? new Set([...seen, pair]) : seen
  const was = sides.resolveOld(older)
  if (isAmongThose(was, sides.resolveNew(newer), sides, within)) return []
  const is = asOneObject(was, besidesNull(was, sides.resolveNew(newer), sides), sides.resolveNew)
  const deeper = (a: unknown, b: unknown, step: string) =>
    schemaChanges(schemaOf(a), schemaOf(b), sides, `${way}${step}`, within)
  return [
    ...(sides.direction === 'input' ? narrowed(was, is, sides.resolveNew) : widened(was, is)).map(
      (change) => `${way}: ${change}`,
    ),
    ...fieldChanges(was, is, sides.direction).map((change) => `${way}${change}`),
    ...shared(fieldsOf(was), fieldsOf(is)).flatMap(([name, a, b]) => deeper(a, b, `.${name}`)),
    ...(was.items && is.items ? deeper(was.items, is.items, '[]') : []),
    ...['anyOf', 'oneOf', 'allOf'].flatMap((key) =>
      shared({ ...listOf(was[key]) }, { ...listOf(is[key]) }).flatMap(([, a, b]) => deeper(a, b, '')),
    ),
  ]
}

/**
 * Tells whether whichever of several shapes an answer has now, it is one that it could have before, or has all
 * fields of it.
 */
function isAmongThose(was: Schema, is: Schema, sides: Sides, seen: Set<string>): boolean {
  if (sides.direction === 'input' || is.anyOf === undefined) return false
  const before = shapesOf(was, sides.resolveOld)
  return shapesOf(is, sides.resolveNew).every((shape) =>
    before.some((known) => schemaChanges(known, shape, sides, '', seen).length === 0),
  )
}

/** Lists what a choice is between, choices among it as well; a schema that is none is itself alone. */
function shapesOf(schema: Schema, resolve: Sides['resolveNew']): Schema[] {
  if (schema.anyOf === undefined) return [schema]
  return listOf(schema.anyOf).flatMap((shape) => shapesOf(resolve(schemaOf(shape)), resolve))
}

/** Returns what is taken besides null, where null is taken now and was not before: nobody has sent it. */
function besidesNull(was: Schema, is: Schema, { direction, resolveOld, resolveNew }: Sides): Schema {
  if (direction !== 'input' || takenTypes(was, resolveOld).includes('null')) return is
  const shapes = listOf(is.anyOf).map(schemaOf)
  const [only, ...others] = shapes.filter(({ type }) => type !== 'null')
  if (!only || others.length === shapes.length - 1) return is
  return others.length === 0 ? resolveNew(only) : { ...is, anyOf: [only, ...others] }
}

/**
 * Joins the shapes of what was one object: they have all of its fields among them, and need what each
 * of them needs. Which fields exclude one another was said in words before, and refused.
 */
function asOneObject(was: Schema, is: Schema, resolve: Sides['resolveNew']): Schema {
  const shapes = listOf(is.oneOf).map((shape) => resolve(schemaOf(shape)))
  if (was.type !== 'object' || shapes.length === 0 || shapes.some(({ type }) => type !== 'object')) return is
  const needed = shapes.map(({ required }) => listOf(required))
  return {
    ...is,
    type: 'object',
    properties: Object.assign({}, ...shapes.map(valuesIn)),
    required: needed.reduce((all, some) => all.filter((name) => some.includes(name))),
  }
}

/** Lists the fields of a shape that may have a value: of those that exclude one another the others are null. */
function valuesIn(shape: Schema): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fieldsOf(shape)).filter(([, field]) => schemaOf(field).type !== 'null'))
}

function narrowed(was: Schema, is: Schema, resolve: Sides['resolveNew']): string[] {
  const lost = valuesOf(was).filter((value) => !valuesOf(is).includes(value))
  return [
    ...typesOf(was)
      .filter((type) => !takenTypes(is, resolve).includes(type))
      .map((type) => `takes no ${type} any more`),
    ...(is.enum && was.enum ? lost.map((value) => `does not take ${value} any more`) : []),
    ...(is.enum && !was.enum ? ['takes certain values only'] : []),
    ...upperLimits
      .filter((key) => limit(is, key, Infinity) < limit(was, key, Infinity))
      .map((key) => `${key} is lower`),
    ...lowerLimits
      .filter((key) => limit(is, key, -Infinity) > limit(was, key, -Infinity))
      .map((key) => `${key} is higher`),
    ...(is.pattern !== undefined && !takesAll(was.pattern, is.pattern) ? ['takes another pattern'] : []),
    ...(listOf(is.anyOf).length < listOf(was.anyOf).length ? ['takes fewer shapes'] : []),
  ]
}

function widened(was: Schema, is: Schema): string[] {
  return [
    ...typesOf(is)
      .filter((type) => !typesOf(was).includes(type))
      .map((type) => `may be ${type}`),
    ...(listOf(is.anyOf).length > listOf(was.anyOf).length ? ['may have another shape'] : []),
  ]
}

function fieldChanges(was: Schema, is: Schema, direction: Direction): string[] {
  const [before, after] = [listOf(was.required), listOf(is.required)]
  const gone = Object.keys(fieldsOf(was)).filter((name) => !(name in fieldsOf(is)))
  const needed = after.filter((name) => !before.includes(name)).map((name) => `.${name}: is required`)
  const uncertain = before.filter((name) => !after.includes(name) && !gone.includes(`${name}`))
  return [
    ...gone.map((name) => `.${name}: is gone`),
    ...(direction === 'input' ? needed : uncertain.map((name) => `.${name}: may be missing`)),
  ]
}

function schemaOf(value: unknown): Schema {
  return (typeof value === 'object' && value !== null ? value : {}) as Schema
}

function fieldsOf({ properties }: Schema): Readonly<Record<string, unknown>> {
  return schemaOf(properties)
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function typesOf({ type }: Schema): readonly unknown[] {
  return type === undefined ? [] : [type].flat()
}

/** Lists the types that a schema takes, itself or as one of its shapes. */
function takenTypes(schema: Schema, resolve: Sides['resolveNew']): readonly unknown[] {
  return [...typesOf(schema), ...listOf(schema.anyOf).flatMap((shape) => typesOf(resolve(schemaOf(shape))))]
}

function valuesOf(schema: Schema): readonly unknown[] {
  return listOf(schema.enum)
}

function limit(schema: Schema, key: string, otherwise: number): number {
  const value = schema[key]
  return typeof value === 'number' ? value : otherwise
}

function shared(
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
): [string, unknown, unknown][] {
  return Object.keys(a).flatMap((name): [string, unknown, unknown][] => (name in b ? [[name, a[name], b[name]]] : []))
}
