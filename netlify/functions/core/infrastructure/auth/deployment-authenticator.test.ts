import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK } from 'jose'
import { Pool } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { createDatabase } from '#database/create-database.js'
import type { Issuer } from '#infrastructure/config/config.js'
import { testDatabase } from '#tests/support/database.js'
import { testBaseUrl, testIssuer } from '#tests/support/tokens.js'
import { accountService } from './better-auth.js'
import { createAccount } from './create-account.js'
import { deploymentAuthenticator } from './deployment-authenticator.js'

const { url, rows } = await testDatabase()
const database = createDatabase({ url })
const pool = new Pool({ connectionString: url, allowExitOnIdle: true })
afterAll(() => Promise.all([database.close(), pool.end()]))

const auth = {
  secret: 'a secret of more than 32 characters',
  baseUrl: testBaseUrl,
  issuers: [] as Issuer[],
  providers: [],
}
const settings = { auth, http: { origins: { own: testBaseUrl, listed: [], localToo: false }, deadlineMs: 8_000 } }
const authenticate = deploymentAuthenticator(settings, database)

const account = { email: 'ada@example.com', password: 'correct horse', name: 'Ada', timeZone: 'UTC' }
const athleteId = await createAccount(url, settings, account)

const present = (token: string, verify = authenticate) =>
  verify(new Request(testBaseUrl, { headers: { authorization: `Bearer ${token}` } }), {
    requestId: 'asked',
    now: new Date(),
  })

test('deploymentAuthenticator accepts a token of the account service', async () => {
  const { email, password } = account
  const signedIn = await accountService(pool, settings).api.signInEmail({ body: { email, password } })
  const accessToken = 'accessToken' in signedIn ? String(signedIn.accessToken) : ''
  const principal = await present(accessToken)
  expect(principal?.userId).toBe(athleteId)
  expect(principal?.scopes).toContain('sessions:write')
})

test('deploymentAuthenticator refuses a token of another deployment', async () => {
  const { issueToken } = await testIssuer(url, 'https://elsewhere.example')
  await expect(present(await issueToken({ sub: athleteId }))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
})

test('deploymentAuthenticator accepts a replaced key for a day', async () => {
  const { kid, issueToken } = await testIssuer(url)
  const token = await issueToken({ sub: athleteId })
  expect((await present(token, deploymentAuthenticator(settings, database)))?.userId).toBe(athleteId)
  await rows(`update auth_jwks set expires_at = now() - interval '25 hours' where id = $1`, [kid])
  await expect(present(token, deploymentAuthenticator(settings, database))).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
  })
})

test('deploymentAuthenticator accepts another issuer only for athletes who have an account', async () => {
  const issuer = await testIssuer(url, 'https://accounts.example')
  const jwk = { ...(await exportJWK(issuer.publicKey)), kid: issuer.kid, alg: 'EdDSA' }
  const server = createServer((_, response) => response.end(JSON.stringify({ keys: [jwk] })))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const other = { issuer: 'https://accounts.example', audience: 'calistheniq', jwksUrl, algorithms: ['EdDSA'] }
  const verify = deploymentAuthenticator({ ...settings, auth: { ...auth, issuers: [other] } }, database)
  const token = (sub: string) => issuer.issueToken({ sub, aud: 'calistheniq' })
  expect((await present(await token(athleteId), verify))?.userId).toBe(athleteId)
  const stranger = token('0198c0de-7a11-7000-8000-000000000001')
  await expect(present(await stranger, verify)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  server.close()
})

test('deploymentAuthenticator answers SERVICE_UNAVAILABLE when the database cannot be reached', async () => {
  const { issueToken } = await testIssuer(url)
  const cut = createDatabase({ url: 'postgres://nobody@127.0.0.1:1/none' })
  await expect(
    present(await issueToken({ sub: athleteId }), deploymentAuthenticator(settings, cut)),
  ).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE', retryAfterSeconds: 2 })
})
