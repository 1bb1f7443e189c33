import { migrate } from '#database/migrate.js'
import type { TestServer } from './test-server.js'
import { withClient } from './with-client.js'

/** Makes the migrated database that each test file copies, and returns its name. */
export async function migrateTemplate(server: TestServer): Promise<string> {
  const name = `${server.prefix}template`
  await withClient(server.url, (client) => client.query(`create database "${name}"`))
  await migrate({ url: databaseUrl(server.url, name) })
  // a database that accepts no connections can always be copied
  await withClient(server.url, (client) => client.query(`alter database "${name}" with allow_connections false`))
  return name
}

/** Returns the URL of another database on the same server. */
export function databaseUrl(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
