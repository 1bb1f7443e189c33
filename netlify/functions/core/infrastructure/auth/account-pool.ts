import pg, { type PoolClient } from 'pg'
import { openPool } from '#database/adapters/pg-pool.js'
import { toDatabaseError } from '#database/errors.js'

/**
 * Connections for the account service, which uses the database itself, as the owner of the tables.
 */
export type AccountPool = { connect(): Promise<PoolClient>; end(): Promise<void> }

/**
 * Opens a small pool. A connection that cannot be opened rejects with a DatabaseError
 * (unavailable).
 */
export function accountPool(url: string): AccountPool {
  const pool = openPool(pg, url, { connectionsMax: 3 })
  return {
    connect: () =>
      pool.connect().catch((error: unknown) => {
        throw toDatabaseError(error, null, { mayHaveCommitted: false })
      }),
    end: () => pool.end(),
  }
}
