import type { Declared } from '../statement.js'

/** A declared statement, whatever its parameters and its result are. */
export type AnyStatement = Pick<Declared<never, unknown>, 'statementName' | 'row' | 'build'>

/**
 * Finds the statements among the exports of a module, including those grouped in an object, by
 * name.
 */
export function findStatements(exports: Readonly<Record<string, unknown>>): AnyStatement[] {
  const values = Object.values(exports).flatMap((value) => (isPlainObject(value) ? Object.values(value) : [value]))
  const found = new Map(values.filter(isStatement).map((statement) => [statement.statementName, statement]))
  return [...found.values()].toSorted((a, b) => (a.statementName < b.statementName ? -1 : 1))
}

function isStatement(value: unknown): value is AnyStatement {
  return typeof value === 'function' && 'statementName' in value && 'build' in value && 'row' in value
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
