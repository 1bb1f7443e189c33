import { neonDatabase } from './adapters/neon.js'
import { pgDatabase } from './adapters/pg.js'
import type { Database } from './port.js'

export type DatabaseSettings = {
  readonly url: string
  /** Where Neon's HTTP protocol is spoken, when that is not Neon itself. */
  readonly neonEndpoint?: string | null
}

export type AdapterName = 'neon' | 'pg'

/**
 * The URL decides: a Neon host, or any host for which an endpoint of Neon's protocol is named,
 * takes Neon's HTTP.
 */
export function adapterFor({ url, neonEndpoint }: DatabaseSettings): AdapterName {
  return neonEndpoint || new URL(url).hostname.endsWith('.neon.tech') ? 'neon' : 'pg'
}

/**
 * The database that the settings name; its driver begins to load, and no connection is made before
 * the first query.
 */
export function createDatabase(settings: DatabaseSettings): Database {
  return adapterFor(settings) === 'neon'
    ? neonDatabase(settings.url, { endpoint: settings.neonEndpoint ?? null })
    : pgDatabase(settings.url)
}
