import type { BatchOptions, Database } from './connection.js'
import type { Statement } from './statement.js'

/** What the database has cost so far; `Server-Timing` and the tests' table of round trips read it. */
export type Meter = { roundTrips: number; statements: number; milliseconds: number }

export function newMeter(): Meter {
  return { roundTrips: 0, statements: 0, milliseconds: 0 }
}

/** The same database, with every call counted, also the failed ones; an empty batch makes no round trip. */
export function metered(database: Database, meter: Meter): Database {
  const count = async <Result>(statements: number, call: () => Promise<Result>): Promise<Result> => {
    const start = performance.now()
    if (statements > 0) meter.roundTrips += 1
    meter.statements += statements
    try {
      return await call()
    } finally {
      meter.milliseconds += performance.now() - start
    }
  }
  return {
    query: <Result>(statement: Statement<Result>) => count(1, () => database.query(statement)),
    batch: <const Statements extends readonly Statement[]>(statements: Statements, options?: BatchOptions) =>
      count(statements.length, () => database.batch(statements, options)),
    close: () => database.close(),
  }
}
