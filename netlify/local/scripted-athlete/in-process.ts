import { pgDatabase } from '#database/adapters/pg.js'
import { boundTo } from '#database/unit-of-work.js'
import { Scope } from '#domain/account/principal.js'
import { servedOperations } from '#http/openapi/operations.js'
import { serve } from '#http/serve.js'
import { testEnvironment } from '#tests/support/environment.js'
import type { Method, ScriptApi, ScriptedAccount } from './script-api.js'
import { enrol } from './scripted-account.js'

const origin = 'http://localhost'

/**
 * Opens the operations as they are deployed, in this process, on a migrated database with the
 * library, with a clock that the script sets.
 */
export async function inProcessApi(
  url: string,
  account: ScriptedAccount,
): Promise<ScriptApi & { close(): Promise<void> }> {
  const database = pgDatabase(url)
  await boundTo(database, { kind: 'operator' }).batch([enrol(account)])
  let now = new Date()
  const principal = { userId: account.id, scopes: new Set(Scope.options), keyId: null, signedInAt: now }
  const parts = { database, authenticate: async () => principal, clock: () => now }
  const environment = testEnvironment({ DATABASE_URL: url, BASE_URL: origin, RATE_LIMIT_REQUESTS: '1000000' }, parts)
  const handle = serve(servedOperations, () => environment)
  return {
    send: async (method, path, body) => {
      const response = await handle(requestOf(method, path, body))
      const text = await response.text()
      return { status: response.status, body: text === '' ? null : JSON.parse(text) }
    },
    setNow: (instant) => {
      now = instant
    },
    close: () => database.close(),
  }
}

function requestOf(method: Method, path: string, body: unknown): Request {
  const content = body === undefined ? {} : { body: JSON.stringify(body) }
  const headers = body === undefined ? {} : { 'content-type': 'application/json' }
  return new Request(`${origin}/api/v1${path}`, { method: method.toUpperCase(), headers, ...content })
}
