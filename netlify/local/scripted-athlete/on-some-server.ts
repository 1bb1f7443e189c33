import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLocalPostgres } from '../postgres.js'

/**
 * Runs something on the server of DATABASE_URL, or on a PostgreSQL that is started for it; it is given
 * the server's URL.
 */
export async function onSomeServer<Result>(run: (serverUrl: string) => Promise<Result>): Promise<Result> {
  if (process.env.DATABASE_URL) return run(process.env.DATABASE_URL)
  const dataFolder = mkdtempSync(join(tmpdir(), 'calistheniq-script-'))
  const server = await startLocalPostgres({ dataFolder, settings: { fsync: 'off' }, temporary: true })
  try {
    return await run(server.url)
  } finally {
    await server.stop()
  }
}
