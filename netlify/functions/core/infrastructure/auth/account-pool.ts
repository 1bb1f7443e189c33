import pg, { type PoolClient } from 'pg'
import { openPool } from '#database/adapters/pg-pool.js'
import { toDatabaseError } from '#database/errors.js'

/**
 * Connections for the account service, which speaks to the database itself, as the owner of the
 * tables.
 */
export type AccountPool = { connect(): Promise<PoolClient>; end(): Promise<void> }

/**
 * Opens a small pool; a connection that cannot be had rejects with a DatabaseError (unavailable).
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
