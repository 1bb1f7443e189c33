import type * as z from 'zod'
import { significantTokens } from '../sql-text/sql-tokens.js'
import type { KnownColumn } from './catalog.js'
import { type RowField, rowField } from './row-field.js'

/**
 * Compares the columns that a statement returns with the row that it declares, and lists the
 * faults.
 */
export function columnFaults(text: string, columns: readonly KnownColumn[], row: z.ZodObject): string[] {
  const declared = new Map(Object.entries(row.shape).map(([name, schema]) => [name, rowField(schema)]))
  // a statement declares a row without columns when its result does not matter
  if (declared.size === 0) return []
  const returned = new Set(columns.map(({ name }) => name))
  const words = significantTokens(text).map((token) => token.text)
  const outer = hasOuterJoin(words)
  return [
    ...[...declared.keys()]
      .filter((name) => !returned.has(name))
      .map((name) => `column ${name} is declared, but not returned`),
    ...columns.flatMap((column) => {
      const field = declared.get(column.name)
      return field
        ? fieldFaults(seesToItself(words, column), field, outer)
        : [`column ${column.name} is returned, but not declared`]
    }),
    ...columns
      .filter(({ name }, at) => columns.findIndex((other) => other.name === name) !== at)
      .map(({ name }) => `column ${name} is returned twice`),
  ]
}

function fieldFaults(
  { name, type, kind, isArray, isNullable }: KnownColumn,
  field: RowField,
  outer: boolean,
): string[] {
  const faults: string[] = []
  const fits =
    kind === 'json' ? !field.kinds?.has('date') : isArray === field.isArray && (field.kinds?.has(kind) ?? true)
  if (!fits && field.kinds !== null) faults.push(`column ${name} is ${type}, and declared as ${nameOf(field)}`)
  if (isNullable === true && !field.isNullable) faults.push(`column ${name} may be null, and is declared as never null`)
  // an outer join can yield null for a column that is never null in its table
  if (isNullable === false && field.isNullable && field.kinds !== null && !outer)
    faults.push(`column ${name} is never null, and is declared as nullable`)
  return faults
}

function nameOf({ kinds, isArray }: RowField): string {
  const names = [...(kinds ?? ['anything'])].join(' or ')
  return isArray ? `a list of ${names}` : names
}

/**
 * Treats a column that the statement assigns, compares or tests for `is not null` as one of unknown
 * nullability, even when the table allows null.
 */
function seesToItself(words: readonly string[], column: KnownColumn): KnownColumn {
  const mentioned = words.some((word, at) => {
    const following = words.slice(at + 1, at + 4).join(' ')
    return word === column.source && (following.startsWith('=') || following === 'is not null')
  })
  return column.isNullable === true && mentioned ? { ...column, isNullable: null } : column
}

function hasOuterJoin(words: readonly string[]): boolean {
  return words.some((word, at) => {
    const next = words[at + 1] === 'outer' ? words[at + 2] : words[at + 1]
    return ['left', 'right', 'full'].includes(word) && next === 'join'
  })
}
