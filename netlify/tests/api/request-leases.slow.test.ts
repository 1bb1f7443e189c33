import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { pgDatabase } from '#database/adapters/pg.js'
import { migrate } from '#database/migrate.js'
import { servedOperations } from '#http/openapi/operations.js'
import { serve } from '#http/serve.js'
import { startLocalPostgres } from '#local/postgres.js'
import { clientOf } from '#tests/support/api.js'
import { testEnvironment } from '#tests/support/environment.js'
import { lastingSeconds, testBaseUrl, testIssuer } from '#tests/support/tokens.js'
import { withClient } from '#tests/support/with-client.js'

// a server on which nobody else writes: positions in its log are compared byte by byte
const folder = mkdtempSync(join(tmpdir(), 'calistheniq-leases-'))
const settings = { autovacuum: 'off', wal_level: 'minimal', max_wal_senders: '0', checkpoint_timeout: '1h' }
const server = await startLocalPostgres({ dataFolder: join(folder, 'data'), database: 'quiet', settings })
await migrate({ url: server.url })
const database = pgDatabase(server.url)
afterAll(async () => {
  await database.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
})

test('a read with a lease in hand writes nothing to the log of the server, and a lease little', async () => {
  const environment = testEnvironment({ DATABASE_URL: server.url, RATE_LIMIT_WINDOW_SECONDS: '86400' }, { database })
  const issuer = await testIssuer(server.url, testBaseUrl, environment.clock)
  const handle = serve(servedOperations, () => environment)
  const id = '0198c0de-7a11-7000-8000-0000000000ad'
  const token = await issuer.issueToken({ sub: id, expiresIn: lastingSeconds })
  const athlete = clientOf((path, init) => handle(new Request(`${testBaseUrl}/api/v1${path}`, init)), token)

  await withClient(server.url, async (client) => {
    await client.query(`insert into users (id, email, time_zone) values ($1, 'ada@example.com', 'UTC')`, [id])
    const written = async (work: () => Promise<unknown>): Promise<number> => {
      const position = async () => (await client.query('select pg_current_wal_insert_lsn() as at')).rows[0].at
      const before = await position()
      await work()
      const { rows } = await client.query('select pg_wal_lsn_diff($1, $2)::integer as bytes', [
        await position(),
        before,
      ])
      return rows[0].bytes
    }
    const get = async () => expect((await athlete.get('/me')).status).toBe(200)
    // the first reads set hint bits and read the catalog
    for (const _ of Array(4)) await get()
    const lease = await written(get)
    const reads = await written(async () => {
      for (const _ of Array(7)) await get()
    })
    expect(reads).toBe(0)
    // the commit itself: the counts are in an unlogged table
    expect(lease).toBeGreaterThan(0)
    expect(lease).toBeLessThan(100)
  })
}, 60_000)
