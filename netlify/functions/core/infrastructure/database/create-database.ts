import { neonDatabase } from './adapters/neon.js'
import { pgDatabase } from './adapters/pg.js'
import type { Database } from './port.js'

export type DatabaseSettings = {
  readonly url: string
  /** The address of a server that speaks Neon's HTTP protocol, when it is not Neon itself. */
  readonly neonEndpoint?: string | null
}

export type AdapterName = 'neon' | 'pg'

/**
 * Chooses Neon's HTTP protocol for a Neon host, and for any host when `neonEndpoint` is set; else
 * `pg`.
 */
export function adapterFor({ url, neonEndpoint }: DatabaseSettings): AdapterName {
  return neonEndpoint || new URL(url).hostname.endsWith('.neon.tech') ? 'neon' : 'pg'
}

/**
 * Creates the database that the settings name. Its driver begins to load; no connection is opened
 * before the first query.
 */
export function createDatabase(settings: DatabaseSettings): Database {
  return adapterFor(settings) === 'neon'
    ? neonDatabase(settings.url, { endpoint: settings.neonEndpoint ?? null })
    : pgDatabase(settings.url)
}
