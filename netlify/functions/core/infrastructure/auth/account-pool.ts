import pg, { type PoolClient } from 'pg'
import { openPool } from '#database/adapters/pg-pool.js'
import { toDatabaseError } from '#database/errors.js'
import { countRoundTrip, meterInForce } from '#database/metered.js'
import { reportingLoss, reportLoss } from './lost-connection.js'

/**
 * Connections for the account service, which uses the database itself, as the owner of the tables.
 */
export type AccountPool = { connect(): Promise<PoolClient>; end(): Promise<void> }

/**
 * Opens a small pool. A connection that cannot be opened, or is lost, rejects with a DatabaseError
 * (unavailable), which `noticingLoss` tells.
 */
export function accountPool(url: string): AccountPool {
  const pool = openPool(pg, url, { connectionsMax: 3 })
  const connect = () =>
    pool.connect().catch((error: unknown) => reportLoss(toDatabaseError(error, null, { mayHaveCommitted: false })))
  return { connect: async () => reporting(await connect()), end: () => pool.end() }
}

/** Counts a statement of the service as a round trip of the request that is running: it sends them one by one. */
async function counted<Result>(work: Promise<Result>): Promise<Result> {
  const meter = meterInForce.getStore()
  const startedAt = performance.now()
  try {
    return await work
  } finally {
    const milliseconds = performance.now() - startedAt
    if (meter) countRoundTrip(meter, { statements: ['accountService'], startedAt, milliseconds, failure: null })
  }
}

/** The same connection, whose queries report that it was lost. */
function reporting(client: PoolClient): PoolClient {
  return new Proxy(client, {
    get: (connection, name) => {
      const value: unknown = Reflect.get(connection, name)
      if (typeof value !== 'function') return value
      const call = (...given: unknown[]) => Reflect.apply(value, connection, given)
      return name === 'query' ? (...given: unknown[]) => counted(reportingLoss(call(...given))) : call
    },
  })
}
