import type { Results } from '../port.js'
import type { Statement } from '../statement.js'
import { type RawResult, toRows } from './types.js'

/** Each statement's rows through its own parser, in order. */
export function parseAll<const Statements extends readonly Statement[]>(
  statements: Statements,
  results: readonly RawResult[],
): Results<Statements> {
  const none: RawResult = { fields: [], rows: [] }
  const parsed = statements.map((statement, index) => statement.parse(toRows(results[index] ?? none)))
  // a mapped tuple is beyond what map() can say; the order is the same
  return parsed as Results<Statements>
}
