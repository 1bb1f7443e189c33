import * as z from 'zod'
import { mapInSteps, type Steps } from '#domain/values/steps.js'

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
  const texts = parts.map((part) => {
    if (part === undefined)
      throw new TypeError(`sql: parameter $${values.length + 1} is undefined; write null where absence is meant`)
    const { text, values: added } = isMade(part) ? part : { text: '$1', values: [part] }
    const placed = text.replaceAll(/\$(\d+)/g, (_, number) => `$${Number(number) + values.length}`)
    values.push(...added)
    return placed
  })
  const whole = { text: String.raw({ raw: strings }, ...texts), values }
  made.add(whole)
  return whole
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
  return declare(declaration.name, declaration.row, declaration.sql, (rows) =>
    mapInSteps(rows, (row) => declaration.map(declaration.row.parse(row))),
  )
}

/** Declares a statement whose rows are the parts of one thing. */
export function whole<Row extends z.ZodObject, Parameters, Result>(
  declaration: Omit<Declaration<Row, Parameters, never>, 'map'> & {
    collect: (parts: readonly z.output<Row>[]) => Steps<Result>
  },
): Declared<Parameters, Result> {
  return declare(declaration.name, declaration.row, declaration.sql, function* (rows) {
    return yield* declaration.collect(yield* mapInSteps(rows, (row) => declaration.row.parse(row)))
  })
}

/** Declares a statement that returns one row, or none as `null`. */
export function maybeOne<Row extends z.ZodObject, Parameters, Item>(
  declaration: Declaration<Row, Parameters, Item>,
): Declared<Parameters, Item | null> {
  return declare(declaration.name, declaration.row, declaration.sql, function* (rows) {
    if (rows.length > 1) throw new Error(`${declaration.name}: expected at most one row, got ${rows.length}`)
    const [item = null] = yield* mapInSteps(rows, (row) => declaration.map(declaration.row.parse(row)))
    return item
  })
}

/** Declares a statement that returns exactly one row. */
export function one<Row extends z.ZodObject, Parameters, Item>(
  declaration: Declaration<Row, Parameters, Item>,
): Declared<Parameters, Item> {
  return declare(declaration.name, declaration.row, declaration.sql, function* (rows) {
    const [item, ...more] = yield* mapInSteps(rows, (row) => declaration.map(declaration.row.parse(row)))
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

/** A row without columns of interest, for a statement whose result is only a count or a guard. */
export const noColumns = z.object({})
