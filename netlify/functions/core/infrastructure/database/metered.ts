import { AsyncLocalStorage } from 'node:async_hooks'
import { DatabaseError, type DatabaseErrorFacts } from './errors.js'
import type { BatchOptions, Database } from './port.js'
import type { Statement } from './statement.js'

/** One round trip, with the names of its statements; their parameters are never recorded. */
export type UnitOfWork = {
  readonly statements: readonly string[]
  /** The start, on the clock of `performance.now()`. */
  readonly startedAt: number
  readonly milliseconds: number
  readonly failure: DatabaseErrorFacts | null
}

/** What is left of a caller's quotas: of the one that ends first. */
export type QuotaLeft = {
  /** The caller's own quota is the default; that of all callers of an account is the account's. */
  readonly policy: 'default' | 'account'
  readonly remaining: number
  /** Milliseconds until the quota begins anew, by the clock of the database. */
  readonly resetMs: number
}

/**
 * Counts how the database is used. `Server-Timing`, traces, the quota's headers and the tests'
 * table of round trips read it.
 */
export type Meter = {
  roundTrips: number
  statements: number
  milliseconds: number
  readonly units: UnitOfWork[]
  /** Null until the request was counted. */
  quotaLeft: QuotaLeft | null
}

/** The meter of the request that is running, for work on the database that is not handed one. */
export const meterInForce = new AsyncLocalStorage<Meter>()

export function newMeter(): Meter {
  return { roundTrips: 0, statements: 0, milliseconds: 0, units: [], quotaLeft: null }
}

/** Counts a round trip that is over. */
export function countRoundTrip(meter: Meter, unit: UnitOfWork): void {
  meter.roundTrips += 1
  meter.statements += unit.statements.length
  meter.milliseconds += unit.milliseconds
  meter.units.push(unit)
}

/**
 * Wraps a database so that the meter counts every call, including failed ones; an empty batch makes
 * no round trip.
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
      countRoundTrip(meter, { statements: statements.map(({ name }) => name), startedAt, milliseconds, failure })
    }
  }
  return {
    query: <Result>(statement: Statement<Result>) => count([statement], () => database.query(statement)),
    batch: <const Statements extends readonly Statement[]>(statements: Statements, options?: BatchOptions) =>
      count(statements, () => database.batch(statements, options)),
    close: () => database.close(),
  }
}
