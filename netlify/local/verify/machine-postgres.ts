import pg from 'pg'

/** Where a machine's own PostgreSQL is looked for; its user may make and drop databases. */
const url = 'postgres://postgres:postgres@127.0.0.1:5432/postgres'

/** The PostgreSQL that this machine runs, and its version; null where none answers. */
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
