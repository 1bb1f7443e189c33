import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { freePort } from '#local/postgres/free-port.js'
import { testDatabase } from '#tests/support/database.js'
import { startNeonEndpoint } from '#tests/support/neon-endpoint.js'

const arranged = await testDatabase()
const endpoint = await startNeonEndpoint()
afterAll(() => endpoint.close())

const root = join(import.meta.dirname, '../../..')
const script = `import('./netlify/functions/core/infrastructure/database/connection.js').then(m => m.testConnection())`

/** Runs the npm script db:test, word for word, with these settings. */
function testConnection(settings: Record<string, string>) {
  const env = { ...process.env, DATABASE_URL: '', NETLIFY_DB_URL: '', NEON_ENDPOINT: '', ...settings }
  return new Promise<{ exitCode: number; stdout: string; stderr: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', '-e', script],
      { cwd: root, env },
      (_error, stdout, stderr) => resolve({ exitCode: child.exitCode ?? -1, stdout, stderr }),
    )
  })
}

test('testConnection prints target, adapter, version and the time of a round trip', async () => {
  const { exitCode, stdout, stderr } = await testConnection({ DATABASE_URL: arranged.url })
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  expect(stdout).toMatch(/Connecting to \S+ at 127\.0\.0\.1:\d+ as postgres, by a pool of PostgreSQL connections/)
  expect(stdout).toMatch(/✓ PostgreSQL 1[5-8]\.\d+.*, \d+\.\d ms for a round trip/)
})

test("testConnection does the same over Neon's protocol", async () => {
  const { exitCode, stdout } = await testConnection({ DATABASE_URL: arranged.url, NEON_ENDPOINT: endpoint.url })
  expect(exitCode).toBe(0)
  expect(stdout).toContain("by Neon's HTTP protocol")
})

test('testConnection exits with 3 and the remedy, without the password, when the server cannot be reached', async () => {
  const url = `postgres://ada:open-sesame@127.0.0.1:${await freePort()}/gym`
  const { exitCode, stdout, stderr } = await testConnection({ DATABASE_URL: url })
  expect(exitCode).toBe(3)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).toContain('correct host and port in DATABASE_URL')
  expect(stdout + stderr).not.toContain('open-sesame')
})

test('testConnection exits with 3 and says so when the database does not exist', async () => {
  const url = new URL(arranged.url)
  url.pathname = '/no_such_database'
  const { exitCode, stderr } = await testConnection({ DATABASE_URL: url.href })
  expect(exitCode).toBe(3)
  expect(stderr).toContain('The server has no such database')
})

test('testConnection exits with 2 and says so when DATABASE_URL is not set', async () => {
  const { exitCode, stderr } = await testConnection({})
  expect(exitCode).toBe(2)
  expect(stderr).toContain('DATABASE_URL (or NETLIFY_DB_URL) is not set')
})
