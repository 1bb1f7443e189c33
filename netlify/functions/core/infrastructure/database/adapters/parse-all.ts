import type { Results } from '../port.js'
import type { Statement } from '../statement.js'
import { type RawResult, toRows } from './types.js'

/** Parses the rows of each statement with its own parser, in order. */
export function parseAll<const Statements extends readonly Statement[]>(
  statements: Statements,
  results: readonly RawResult[],
): Results<Statements> {
  const none: RawResult = { fields: [], rows: [] }
  const parsed = statements.map((statement, index) => statement.parse(toRows(results[index] ?? none)))
  // map() loses the type of a tuple; the order is the same
  return parsed as Results<Statements>
}
