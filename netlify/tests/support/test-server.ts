import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLocalPostgres } from '#local/postgres.js'
import { sweepTestFolders, testFolderPrefix } from './sweep.js'
import { withClient } from './with-client.js'

/**
 * The server on which tests make their databases; the prefix of their names is unique to this run.
 */
export type TestServer = { readonly url: string; readonly prefix: string; stop(): Promise<void> }

/** These tests do without durability, because no data outlives the run. */
const fast = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  // it would hold up the copying of databases, and nothing here lives long enough to need it
  autovacuum: 'off',
  max_connections: '200',
  wal_level: 'minimal',
  max_wal_senders: '0',
}

/**
 * The server of `TEST_DATABASE_URL` or `DATABASE_URL`; without these, a PostgreSQL of our own in a
 * temporary folder.
 */
export async function startTestServer(): Promise<TestServer> {
  const prefix = `cq_test_${randomBytes(4).toString('hex')}_`
  const given = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL
  if (given) return { url: given, prefix, stop: () => dropDatabases(given, prefix) }
  sweepTestFolders()
  const dataFolder = mkdtempSync(join(tmpdir(), `${testFolderPrefix}${process.pid}-`))
  const server = await startLocalPostgres({ dataFolder, settings: fast, temporary: true })
  return { url: server.url, prefix, stop: () => server.stop() }
}

/**
 * Leaves a server that is not ours as it was, even when test files ended before they cleaned up.
 */
async function dropDatabases(url: string, prefix: string): Promise<void> {
  await withClient(url, async (client) => {
    const found = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [prefix],
    )
    for (const { datname } of found.rows) await client.query(`drop database if exists "${datname}" with (force)`)
  })
}
