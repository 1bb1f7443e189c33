import * as z from 'zod'
import { mapInSteps, type Steps } from '#domain/values/steps.js'
import { rowConversion } from './row-conversion.js'

/**
 * A value that may be bound to a statement. `undefined` is refused, because drivers silently bind
 * it as NULL.
 */
export type Parameter = string | number | boolean | Date | null | readonly (string | number | boolean | null)[]

/** SQL text with numbered placeholders, and the values for them. Only the `sql` tag makes one. */
export type Sql = { readonly text: string; readonly values: readonly Parameter[] }

/**
 * A statement that is ready to run: its name, text and values, and how to turn its rows into a
 * result.
 */
export type Statement<Result = unknown> = Sql & {
  readonly name: string
  readonly parse: (rows: readonly unknown[]) => Steps<Result>
}

/**
 * A declared statement: call it with its parameters to get a `Statement`. `db:test-queries` checks
 * every declaration.
 */
export type Declared<Parameters, Result> = ((parameters: Parameters) => Statement<Result>) & {
  readonly statementName: string
  readonly row: z.ZodObject | null
  readonly build: (parameters: Parameters) => Sql
}

/** Everything that the tag has made: nothing else counts as SQL text, whatever its shape. */
const made = new WeakSet<object>()

/**
 * Tags a SQL literal: every interpolated value becomes a numbered parameter. SQL from another tag
 * becomes part of the text, and its parameters are renumbered.
 *
 * @throws TypeError when a value is `undefined`.
 */
export function sql(strings: TemplateStringsArray, ...parts: readonly (Parameter | Sql)[]): Sql {
  const values: Parameter[] = []
  const inner: (string | null)[] = []
  const begins: number[] = []
  for (const part of parts) {
    if (part === undefined)
      throw new TypeError(`sql: parameter $${values.length + 1} is undefined; write null where absence is meant`)
    begins.push(values.length)
    if (isMade(part)) {
      inner.push(part.text)
      values.push(...part.values)
    } else {
      inner.push(null)
      values.push(part)
    }
  }
  const whole = { text: textOf(strings, inner, begins), values }
  made.add(whole)
  return whole
}

/** The texts that a literal was made into, by the texts that stood in it. */
type Texts = { readonly inner: readonly (string | null)[]; readonly text: string }[]

const texts = new WeakMap<TemplateStringsArray, Texts>()

/** A literal whose parts are chosen may become a few texts; more than these are made anew each time. */
const textsMax = 16

/**
 * Returns the text of a literal with what stands in it; null is a value. It is the same string each
 * time, because a statement is found on its connection by its text.
 */
function textOf(strings: TemplateStringsArray, inner: readonly (string | null)[], begins: readonly number[]): string {
  const known = texts.get(strings) ?? []
  const same = known.find((one) => one.inner.every((text, place) => text === inner[place]))
  if (same) return same.text
  const placed = inner.map((text, place) =>
    (text ?? '$1').replaceAll(/\$(\d+)/g, (_, number) => `$${Number(number) + (begins[place] ?? 0)}`),
  )
  const text = String.raw({ raw: strings }, ...placed)
  if (known.length < textsMax) texts.set(strings, [...known, { inner, text }])
  return text
}

function isMade(part: Parameter | Sql): part is Sql {
  return typeof part === 'object' && part !== null && made.has(part)
}

type Declaration<Row extends z.ZodObject, Parameters, Result> = {
  name: string
  row: Row
  sql: (parameters: Parameters) => Sql
  map: (row: z.output<Row>) => Result
}

/** Declares a statement that returns any number of rows. */
export function many<Row extends z.ZodObject, Parameters, Item>(
  declaration: Declaration<Row, Parameters, Item>,
): Declared<Parameters, Item[]> {
  const read = rowReader(declaration.row)
  return declare(declaration.name, declaration.row, declaration.sql, (rows) =>
    mapInSteps(rows, (row) => declaration.map(read(row))),
  )
}

/** Declares a statement whose rows are the parts of one thing. */
export function whole<Row extends z.ZodObject, Parameters, Result>(
  declaration: Omit<Declaration<Row, Parameters, never>, 'map'> & {
    collect: (parts: readonly z.output<Row>[]) => Steps<Result>
  },
): Declared<Parameters, Result> {
  const read = rowReader(declaration.row)
  return declare(declaration.name, declaration.row, declaration.sql, function* (rows) {
    return yield* declaration.collect(yield* mapInSteps(rows, read))
  })
}

/** Declares a statement that returns one row, or none as `null`. */
export function maybeOne<Row extends z.ZodObject, Parameters, Item>(
  declaration: Declaration<Row, Parameters, Item>,
): Declared<Parameters, Item | null> {
  const read = rowReader(declaration.row)
  return declare(declaration.name, declaration.row, declaration.sql, function* (rows) {
    if (rows.length > 1) throw new Error(`${declaration.name}: expected at most one row, got ${rows.length}`)
    const [item = null] = yield* mapInSteps(rows, (row) => declaration.map(read(row)))
    return item
  })
}

/** Declares a statement that returns exactly one row. */
export function one<Row extends z.ZodObject, Parameters, Item>(
  declaration: Declaration<Row, Parameters, Item>,
): Declared<Parameters, Item> {
  const read = rowReader(declaration.row)
  return declare(declaration.name, declaration.row, declaration.sql, function* (rows) {
    const [item, ...more] = yield* mapInSteps(rows, (row) => declaration.map(read(row)))
    if (item === undefined || more.length > 0) {
      throw new Error(`${declaration.name}: expected one row, got ${rows.length}`)
    }
    return item
  })
}

/** Declares a statement that runs for its effect; its rows are dropped. */
export function effect<Parameters>(declaration: {
  name: string
  sql: (parameters: Parameters) => Sql
}): Declared<Parameters, void> {
  return declare(declaration.name, null, declaration.sql, nothing)
}

function* nothing(): Steps<void> {}

function declare<Parameters, Result>(
  name: string,
  row: z.ZodObject | null,
  build: (parameters: Parameters) => Sql,
  parse: (rows: readonly unknown[]) => Steps<Result>,
): Declared<Parameters, Result> {
  const make = (parameters: Parameters): Statement<Result> => ({ ...build(parameters), name, parse })
  return Object.assign(make, { statementName: name, row, build })
}

/** Looks at what was read of a row. */
type Witness = (schema: z.ZodObject, row: unknown, read: unknown) => void

let witness: Witness | null = null

/**
 * Has each row that is read looked at from now on, and may throw: tests hold rows against their
 * schemas, which production only converts by (`rowConversion`).
 */
export function validateRows(look: Witness): void {
  witness = look
}

/** Makes the reader of a statement's rows when the first one comes: most statements of a process are never run. */
function rowReader<Row extends z.ZodObject>(schema: Row): (row: unknown) => z.output<Row> {
  let convert: ((row: unknown) => z.output<Row>) | null = null
  return (row) => {
    convert ??= rowConversion(schema)
    const read = convert(row)
    witness?.(schema, row, read)
    return read
  }
}

/** A row without columns of interest, for a statement whose result is only a count or a guard. */
export const noColumns = z.object({})
