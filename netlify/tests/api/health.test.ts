import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { createDatabase } from '#database/create-database.js'
import type { Environment } from '#http/environment.js'
import { serve } from '#http/serve.js'
import { ConfigError } from '#infrastructure/config/config.js'
import { freePort } from '#local/postgres/free-port.js'
import { healthOperations } from '#orchestration/health/operations.js'
import { accountApi, newcomer } from '#tests/support/account-api.js'
import { testApi } from '#tests/support/api.js'
import { createTestDatabase } from '#tests/support/database.js'
import { emptyDatabase } from '#tests/support/empty-database.js'
import { testEnvironment } from '#tests/support/environment.js'
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
    expect(body).toMatchObject({ status: 'ok', schemaVersion: expect.stringMatching(/^\d{4}_\w+/), exercises: 194 })
    expect(headers.get('server-timing')).toContain('"1 round trip"')
  })

  test('answers 503 when the database cannot be reached', async () => {
    const away = withDatabase(`postgres://nobody@127.0.0.1:${await freePort()}/nowhere`)
    const { status, body, headers } = await ask('/ready', away)
    expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'SERVICE_UNAVAILABLE', '1'])
    expect(JSON.stringify(body)).not.toContain('127.0.0.1')
  })

  test('answers 503 while the secret does not open the key that signs access tokens', async () => {
    const db = await createTestDatabase('library')
    onTestFinished(() => db.close())
    const released = (secret: string) => testEnvironment({ DATABASE_URL: db.url, AUTH_SECRET: secret })
    const [before, after] = [
      released('a first secret, which is long enough'),
      released('another secret, which is long enough too'),
    ]
    const ready = async (environment: Environment) => (await ask('/ready', () => environment)).body
    expect([await ready(before), await ready(after)]).toMatchObject([{ status: 'ok' }, { status: 'ok' }])
    const account = newcomer()
    await accountApi(() => before)('POST', '/sign-up/email', { body: account })
    expect(await ready(before)).toMatchObject({ status: 'ok' })
    expect(await ready(after)).toMatchObject({
      status: 503,
      code: 'SERVICE_UNAVAILABLE',
      detail: 'The signing key cannot be opened with the secret of this deployment.',
    })
    await db.rows('delete from auth_jwks')
    expect(await ready(after)).toMatchObject({ status: 'ok' })
    const { email, password } = account
    expect((await accountApi(() => after)('POST', '/sign-in/email', { body: { email, password } })).status).toBe(200)
    expect([await ready(before), await ready(after)]).toMatchObject([{ status: 503 }, { status: 'ok' }])
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
