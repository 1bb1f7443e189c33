import { pgDatabase } from '#database/adapters/pg.js'
import { migrate } from '#database/migrate.js'
import { seedExercises } from '#database/seed-exercises.js'
import { boundTo } from '#database/unit-of-work.js'
import type { TestServer } from './test-server.js'
import { withClient } from './with-client.js'

/** The databases that test files copy. */
export type Templates = {
  /** Migrated, and empty. */
  readonly template: string
  /** Migrated, with the library. */
  readonly libraryTemplate: string
}

/** Makes the databases that test files copy. */
export async function makeTemplates(server: TestServer): Promise<Templates> {
  const [template, libraryTemplate] = [`${server.prefix}template`, `${server.prefix}library`]
  await withClient(server.url, (client) => client.query(`create database "${template}"`))
  await migrate({ url: databaseUrl(server.url, template) })
  await withClient(server.url, (client) => client.query(`create database "${libraryTemplate}" template "${template}"`))
  await seedLibrary(databaseUrl(server.url, libraryTemplate))
  // a database that accepts no connections can always be copied
  for (const name of [template, libraryTemplate])
    await withClient(server.url, (client) => client.query(`alter database "${name}" with allow_connections false`))
  return { template, libraryTemplate }
}

/** Brings the library into a migrated database. */
export async function seedLibrary(url: string): Promise<void> {
  const database = pgDatabase(url, { connectionsMax: 1 })
  try {
    await seedExercises({ database: boundTo(database, { kind: 'operator' }) })
  } finally {
    await database.close()
  }
}

/** Returns the URL of another database on the same server. */
export function databaseUrl(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
