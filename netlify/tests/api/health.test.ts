import { afterEach, describe, expect, test, vi } from 'vitest'
import { createDatabase } from '#database/create-database.js'
import type { Environment } from '#http/environment.js'
import { serve } from '#http/serve.js'
import { ConfigError } from '#infrastructure/config/config.js'
import { freePort } from '#local/postgres/free-port.js'
import { healthOperations } from '#orchestration/health/operations.js'
import { testApi } from '#tests/support/api.js'
import { emptyDatabase } from '#tests/support/empty-database.js'
import { testBaseUrl } from '#tests/support/tokens.js'

const api = await testApi({ operations: healthOperations })
const unmigrated = await emptyDatabase()

afterEach(() => vi.restoreAllMocks())

/** Asks the health operations in another environment, or in one that cannot be made. */
async function ask(path: string, environmentOf: () => Environment) {
  const response = await serve(healthOperations, environmentOf)(new Request(`${testBaseUrl}/api/v1/health${path}`))
  return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) }
}

const withDatabase = (url: string) => (): Environment => ({ ...api.environment, database: createDatabase({ url }) })

describe('GET /health/live', () => {
  test('answers ok, and forbids caches to keep it', async () => {
    const { status, body, headers } = await api.visitor.get('/health/live')
    expect([status, body]).toEqual([200, { status: 'ok' }])
    expect(headers.get('cache-control')).toBe('private, no-store')
  })

  test('answers ok without asking the database', async () => {
    const away = withDatabase(`postgres://nobody@127.0.0.1:${await freePort()}/nowhere`)
    const { status, headers } = await ask('/live', away)
    expect([status, headers.get('server-timing')]).toEqual([200, expect.stringContaining('"0 round trips"')])
  })
})

describe('GET /health/ready', () => {
  test('tells the schema version and that the library is there', async () => {
    const { status, body, headers } = await api.visitor.get('/health/ready')
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body).toMatchObject({ status: 'ok', schemaVersion: expect.stringMatching(/^\d{4}_\w+/), exercises: 162 })
    expect(headers.get('server-timing')).toContain('"1 round trip"')
  })

  test('answers 503 when the database cannot be reached', async () => {
    const away = withDatabase(`postgres://nobody@127.0.0.1:${await freePort()}/nowhere`)
    const { status, body, headers } = await ask('/ready', away)
    expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'SERVICE_UNAVAILABLE', '1'])
    expect(JSON.stringify(body)).not.toContain('127.0.0.1')
  })

  test('answers 503 on a database that is not migrated', async () => {
    const { status, body } = await ask('/ready', withDatabase(unmigrated))
    expect([status, body.code], JSON.stringify(body)).toEqual([503, 'SERVICE_UNAVAILABLE'])
  })
})

test('wrong settings are answered with a plain 500, and explained on standard error only', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { status, body, headers } = await ask('/live', () => {
    throw new ConfigError('AUTH_SECRET is not set')
  })
  expect([status, body.code]).toEqual([500, 'INTERNAL_ERROR'])
  expect(JSON.stringify(body)).not.toContain('AUTH_SECRET')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(said).toHaveBeenCalledWith(expect.objectContaining({ message: 'AUTH_SECRET is not set' }))
})
