import { DatabaseError, type DatabaseErrorFacts } from './errors.js'
import type { BatchOptions, Database } from './port.js'
import type { Statement } from './statement.js'

/** One round trip: the names of its statements, never their parameters. */
export type UnitOfWork = {
  readonly statements: readonly string[]
  /** As `performance.now()` has it. */
  readonly startedAt: number
  readonly milliseconds: number
  readonly failure: DatabaseErrorFacts | null
}

/**
 * Counts what the database is used for while it is used. `Server-Timing`, traces, the headers of
 * the quota and the tests' table of round trips read it.
 */
export type Meter = {
  roundTrips: number
  statements: number
  milliseconds: number
  readonly units: UnitOfWork[]
  /** What is left of the caller's quota; null until a request was counted against one. */
  quotaLeft: number | null
}

export function newMeter(): Meter {
  return { roundTrips: 0, statements: 0, milliseconds: 0, units: [], quotaLeft: null }
}

/**
 * The same database, with every call counted, also the failed ones; an empty batch makes no round
 * trip.
 */
export function metered(database: Database, meter: Meter): Database {
  const count = async <Result>(statements: readonly Statement[], call: () => Promise<Result>): Promise<Result> => {
    if (statements.length === 0) return call()
    const startedAt = performance.now()
    let failure: DatabaseErrorFacts | null = null
    try {
      return await call()
    } catch (error) {
      if (error instanceof DatabaseError) failure = error.facts
      throw error
    } finally {
      const milliseconds = performance.now() - startedAt
      meter.roundTrips += 1
      meter.statements += statements.length
      meter.milliseconds += milliseconds
      meter.units.push({ statements: statements.map(({ name }) => name), startedAt, milliseconds, failure })
    }
  }
  return {
    query: <Result>(statement: Statement<Result>) => count([statement], () => database.query(statement)),
    batch: <const Statements extends readonly Statement[]>(statements: Statements, options?: BatchOptions) =>
      count(statements, () => database.batch(statements, options)),
    close: () => database.close(),
  }
}
