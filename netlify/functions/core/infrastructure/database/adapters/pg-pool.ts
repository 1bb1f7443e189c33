import type pg from 'pg'

export type PgOptions = {
  /**
   * The most connections to open. It is small, because a function instance serves few requests at
   * once.
   */
  readonly connectionsMax?: number
  /** How long a connection may stay unused, in milliseconds. */
  readonly idleMsMax?: number
  /** How long to wait for a connection, in milliseconds. */
  readonly connectMsMax?: number
  /** How long to wait for an answer before closing the connection, in milliseconds. */
  readonly answerMsMax?: number
  /**
   * Prepares each statement once per connection, which serves 1.2 to 1.9 times as many requests per
   * second. It is off by default when the URL leads to a pooler, which may run each transaction on
   * another connection.
   */
  readonly namedStatements?: boolean
}

export const pgDefaults = {
  connectionsMax: 5,
  idleMsMax: 30_000,
  connectMsMax: 5_000,
  answerMsMax: 30_000,
} as const

/** The part of the package `pg` that makes a pool. */
export type PgDriver = Pick<typeof pg, 'Pool'>

/**
 * Opens a pool that lets the process end when no query is running, and that survives the loss of
 * idle connections.
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
  // the exchange that uses a connection reports its loss
  pool.on('connect', (client) => client.on('error', ignore))
  return pool
}

/**
 * Tells whether a URL leads to a pooler: by Neon's host name, by PgBouncer's port, or by the
 * parameter that people set for one.
 */
export function isPooler(url: string): boolean {
  const { hostname, port, searchParams } = new URL(url)
  return hostname.includes('-pooler.') || port === '6432' || searchParams.get('pgbouncer') === 'true'
}

function ignore(): void {}
