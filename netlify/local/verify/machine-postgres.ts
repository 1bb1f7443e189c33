import pg from 'pg'

/**
 * The address where a machine's own PostgreSQL is expected; its user may create and drop databases.
 */
const url = 'postgres://postgres:postgres@127.0.0.1:5432/postgres'

/** Finds the PostgreSQL that this machine runs, with its version; null when none answers. */
export async function findMachinePostgres(): Promise<{ readonly url: string; readonly version: string } | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ server_version: string }>('show server_version')
    return { url, version: rows[0]?.server_version ?? 'unknown' }
  } catch {
    return null
  } finally {
    await client.end().catch(() => undefined)
  }
}
