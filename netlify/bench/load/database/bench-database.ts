import { createHash, randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { databaseUrl } from '#tests/support/template.js'
import { withClient } from '#tests/support/with-client.js'
import { endWithBench } from '../servers/server.js'
import { loadHistory, type Size } from './load-history.js'

/** A database that this run may write to; `end` drops it. */
export type BenchDatabase = { readonly url: string; readonly size: Size; readonly end: () => Promise<void> }

const migrationsFolder = join(import.meta.dirname, '../../../functions/core/infrastructure/database/migrations')

/** Days after which a loaded history has become one of the past, and is loaded again. */
const freshDays = 14

/**
 * Makes a database of this size for one run: a copy of the loaded one, which stays on the server for
 * the next run (`calistheniq_bench_<sessions>_<athletes>`) until the schema changes or it is old.
 *
 * @param serverUrl of a role that may create databases.
 */
export async function openBenchDatabase(
  serverUrl: string,
  size: Size,
  log: (line: string) => void,
): Promise<BenchDatabase> {
  const base = `calistheniq_bench_${size.sessions}_${size.athletes}`
  if (!(await isLoaded(serverUrl, base))) await loadBase(serverUrl, base, size, log)
  const copy = `calistheniq_bench_run_${randomBytes(4).toString('hex')}`
  const statement = (text: string) => withClient(serverUrl, (client) => client.query(text))
  await statement(`create database ${copy} template ${base} strategy file_copy`)
  const end = async () => void (await statement(`drop database if exists ${copy} with (force)`))
  return endWithBench({ url: databaseUrl(serverUrl, copy), size, end })
}

async function loadBase(serverUrl: string, base: string, size: Size, log: (line: string) => void): Promise<void> {
  log(`loading ${size.sessions} sessions of ${size.athletes} athletes into ${base}`)
  await withClient(serverUrl, async (client) => {
    await client.query(`drop database if exists ${base} with (force)`)
    await client.query(`create database ${base}`)
    await loadHistory(databaseUrl(serverUrl, base), size, log)
    await client.query(
      `comment on database ${base} is '${JSON.stringify({ schema: schemaNow(), loadedAt: Date.now() })}'`,
    )
  })
}

/** Tells whether a database was loaded to its end, lately, and with the schema of today. */
async function isLoaded(serverUrl: string, name: string): Promise<boolean> {
  const { rows } = await withClient(serverUrl, (client) =>
    client.query<{ note: string | null }>(
      `select shobj_description(oid, 'pg_database') as note from pg_database where datname = $1`,
      [name],
    ),
  )
  const note = JSON.parse(rows[0]?.note ?? 'null')
  return note?.schema === schemaNow() && Date.now() - note.loadedAt < freshDays * 86_400_000
}

/** Stands for the schema of today: a digest of the names of all migrations. */
function schemaNow(): string {
  return createHash('sha256').update(readdirSync(migrationsFolder).sort().join()).digest('hex').slice(0, 16)
}
