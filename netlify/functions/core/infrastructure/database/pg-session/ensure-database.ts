import { withPgSession } from './pg-session.js'

/**
 * Creates the database on the server of `url`, unless it exists.
 *
 * @throws CommandError (unreachable) with one sentence that names the cause and the remedy.
 */
export async function ensureDatabase(url: string, name: string): Promise<void> {
  await withPgSession(url, async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [name])
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`)
  })
}
