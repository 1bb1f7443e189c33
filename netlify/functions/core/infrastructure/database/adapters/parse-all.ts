import type { Steps } from '#domain/values/steps.js'
import type { Results } from '../port.js'
import type { Statement } from '../statement.js'
import { type RawResult, toRows } from './types.js'

/** The result of a statement that was not run. */
export const noRows: RawResult = { fields: [], rows: [] }

/** Parses the rows of each statement with its own parser, in order. */
export function* parseAll<const Statements extends readonly Statement[]>(
  statements: Statements,
  results: readonly RawResult[],
): Steps<Results<Statements>> {
  const parsed: unknown[] = []
  for (const [index, statement] of statements.entries()) {
    parsed.push(yield* parseOne(statement, results[index] ?? noRows))
  }
  // a list loses the type of a tuple; the order is the same
  return parsed as Results<Statements>
}

/** Parses the rows of one statement. */
export function* parseOne<Result>(statement: Statement<Result>, result: RawResult): Steps<Result> {
  return yield* statement.parse(yield* toRows(result))
}
