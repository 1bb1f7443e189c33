import { Pool } from 'pg'
import { afterAll, expect, test } from 'vitest'
import * as z from 'zod'
import { withLater } from '#infrastructure/auth/behind-the-answer.js'
import { accountService } from '#infrastructure/auth/better-auth.js'
import type { Mail } from '#infrastructure/mail/mail.js'
import { freshAddress } from '#tests/support/account-api.js'
import { followedMails } from '#tests/support/account-walks/mails.js'
import { passkeys } from '#tests/support/account-walks/passkeys.js'
import { passwordsAndSessions } from '#tests/support/account-walks/passwords-and-sessions.js'
import { providersOf } from '#tests/support/account-walks/providers.js'
import { secondFactors } from '#tests/support/account-walks/second-factors.js'
import type { Ask } from '#tests/support/account-walks/walk.js'
import { testDatabase } from '#tests/support/database.js'
import { startOidcProvider } from '#tests/support/oidc-provider.js'
import { testBaseUrl } from '#tests/support/tokens.js'
import { callService, redirectOf } from './call-service.js'
import { documentedRoute } from './documented.js'
import { accountRoutes } from './routes.js'

const database = await testDatabase()
const pool = new Pool({ connectionString: database.url, allowExitOnIdle: true })
const mails: Mail[] = []
const provider = await startOidcProvider(testBaseUrl)
const settings = {
  auth: {
    ...{ secret: 'a secret of more than 32 characters', baseUrl: testBaseUrl, issuers: [] },
    providers: [{ ...provider.setting, scopes: [] }],
  },
  http: { origins: { own: testBaseUrl, listed: [], localToo: false } },
}
const service = accountService(pool, settings, {
  mail: async (mail) => void mails.push(mail),
  asksProviders: true,
})
afterAll(() => pool.end())

const asked = new Set<string>()

const ask: Ask = async (name, { token, ...input } = {}) => {
  asked.add(name)
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const request = new Request(testBaseUrl, { headers })
  const call = { route: accountRoutes[name], input, request, clientAddress: freshAddress(), requestId: 'asked' }
  const response = await withLater(undefined, () => callService(service, call))
  const { output, redirects, unfinished } = documentedRoute(name, accountRoutes[name])
  const schema = response.status === 202 ? unfinished?.output : output
  const to = redirectOf(response)
  if (to !== null) expect(redirects, `${name} redirects to ${to}`).toBeDefined()
  if (to !== null) return { to }
  const answer: unknown = await response.json()
  expect(schema?.safeParse(answer).error, `${name}: ${JSON.stringify(answer)}`).toBeUndefined()
  if (Array.isArray(answer)) return { items: answer }
  return z.record(z.string(), z.unknown()).nullable().parse(answer) ?? {}
}

const walks = {
  passwordsAndSessions,
  followedMails: followedMails(mails),
  secondFactors,
  passkeys,
  providers: providersOf(provider),
}

test.each(Object.entries(walks))('the account service answers as documented: %s', (_, walk) => walk(ask))

test('the account service was asked for every operation', () => {
  expect(asked).toEqual(new Set(Object.keys(accountRoutes)))
})
