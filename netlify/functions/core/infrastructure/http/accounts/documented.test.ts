import { randomUUID } from 'node:crypto'
import { Pool } from 'pg'
import { afterAll, expect, test } from 'vitest'
import * as z from 'zod'
import { accountService } from '#infrastructure/auth/better-auth.js'
import { testDatabase } from '#tests/support/database.js'
import { testBaseUrl } from '#tests/support/tokens.js'
import { callService } from './call-service.js'
import { documentedAccountOperations } from './documented.js'
import { accountRoutes } from './routes.js'

const database = await testDatabase()
const pool = new Pool({ connectionString: database.url, allowExitOnIdle: true })
const service = accountService(pool, {
  auth: { secret: 'a secret of more than 32 characters', baseUrl: testBaseUrl, issuers: [] },
  http: { corsOrigins: [] },
})
afterAll(() => pool.end())

const account = { email: `${randomUUID()}@example.com`, password: 'correct horse', name: 'Ada', timeZone: 'UTC' }

const bodies: Partial<Record<keyof typeof accountRoutes, unknown>> = {
  signUp: account,
  signIn: { email: account.email, password: account.password },
  signOut: {},
  deleteAccount: { password: account.password },
}

test('the account service answers every operation as documented', async () => {
  const names: (keyof typeof accountRoutes)[] = [
    ...(['signUp', 'session', 'token', 'keys', 'signOut', 'session', 'signIn', 'deleteAccount'] as const),
  ]
  expect(new Set(names)).toEqual(new Set(Object.keys(accountRoutes)))
  let headers = {}
  for (const name of names) {
    const request = new Request(testBaseUrl, { headers })
    const caller = { clientAddress: '192.0.2.1', requestId: 'asked' }
    const call = { route: accountRoutes[name], body: bodies[name], request, ...caller }
    const answer: unknown = await (await callService(service, call)).json()
    const documented = documentedAccountOperations.find(({ id }) => id === `accounts.${name}`)
    expect(documented?.output?.safeParse(answer).error, `${name}: ${JSON.stringify(answer)}`).toBeUndefined()
    const signedIn = z.object({ token: z.string(), user: z.unknown() }).safeParse(answer)
    if (signedIn.success) headers = { authorization: `Bearer ${signedIn.data.token}` }
  }
})
