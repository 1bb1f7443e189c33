import type { BatchOptions, Database } from './connection.js'
import type { Statement } from './statement.js'

export type DatabaseSettings = {
  readonly url: string
  /** Where Neon's HTTP protocol is spoken, when that is not Neon itself. */
  readonly neonEndpoint?: string | null
}

export type AdapterName = 'neon' | 'pg'

/** The URL decides: a Neon host, or any host for which an endpoint of Neon's protocol is named, takes Neon's HTTP. */
export function adapterFor({ url, neonEndpoint }: DatabaseSettings): AdapterName {
  return neonEndpoint || new URL(url).hostname.endsWith('.neon.tech') ? 'neon' : 'pg'
}

/** The database that the settings name. No connection is made before the first query. */
export function createDatabase(settings: DatabaseSettings): Database {
  return deferred(() => load(settings))
}

/** Each driver takes about 20 ms to load, so only the one that is needed is. */
async function load(settings: DatabaseSettings): Promise<Database> {
  if (adapterFor(settings) === 'neon') {
    const { neonDatabase } = await import('./adapters/neon.js')
    return neonDatabase(settings.url, { endpoint: settings.neonEndpoint ?? null })
  }
  const { pgDatabase } = await import('./adapters/pg.js')
  return pgDatabase(settings.url)
}

function deferred(open: () => Promise<Database>): Database {
  let opened: Promise<Database> | undefined
  const database = () => {
    opened ??= open()
    return opened
  }
  return {
    query: async <Result>(statement: Statement<Result>) => (await database()).query(statement),
    batch: async <const Statements extends readonly Statement[]>(statements: Statements, options?: BatchOptions) =>
      (await database()).batch(statements, options),
    close: async () => (await opened)?.close(),
  }
}
