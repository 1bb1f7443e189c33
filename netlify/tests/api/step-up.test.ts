import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { serveAccounts } from '#http/accounts/serve-accounts.js'
import { clientOf, testApi } from '#tests/support/api.js'
import { testBaseUrl } from '#tests/support/tokens.js'

const api = await testApi()
const accounts = serveAccounts(() => api.environment)

const Body = z.looseObject({ token: z.string(), accessToken: z.string().default('') })

/** Asks the account service, from an address that nobody attempted anything from. */
async function ask(method: 'GET' | 'POST', path: string, { body, token }: { body?: object; token?: string }) {
  const headers = new Headers(body ? { 'content-type': 'application/json' } : {})
  if (token) headers.set('authorization', `Bearer ${token}`)
  const init = { method, headers, body: body ? JSON.stringify(body) : null }
  const ip = `2001:db8:${randomBytes(2).toString('hex')}:${randomBytes(2).toString('hex')}::1`
  const response = await accounts(new Request(`${testBaseUrl}/api/v1/auth${path}`, init), { ip })
  return { status: response.status, body: await response.json() }
}

const account = () => ({
  email: `${randomUUID()}@example.com`,
  password: 'correct horse battery',
  name: 'Ada',
  timeZone: 'UTC',
})
const as = (token: string) => clientOf(api.fetch, token)
const watch = { name: 'Watch', scopes: ['sessions:write'] }

test('who signed in days ago is asked to sign in again, and gets on with the new access token', async () => {
  const ada = account()
  const first = Body.parse((await ask('POST', '/sign-up/email', { body: ada })).body)
  expect((await as(first.accessToken).post('/me/keys', watch)).status).toBe(201)
  await api.db.rows(
    `update auth_sessions as session set created_at = now() - interval '3 days'
     from users where users.id = session.user_id and users.email = $1`,
    [ada.email],
  )
  const old = Body.parse((await ask('GET', '/token', { token: first.token })).body)
  expect((await as(old.token).get('/me')).status).toBe(200)
  for (const refused of [await as(old.token).post('/me/keys', watch), await as(old.token).delete('/me')]) {
    expect([refused.status, refused.body.code]).toEqual([401, 'FRESH_SIGN_IN_NEEDED'])
    expect(refused.headers.get('www-authenticate')).toMatch(
      /^Bearer error="insufficient_user_authentication", .*max_age="600"$/,
    )
  }
  const { email, password } = ada
  const again = Body.parse((await ask('POST', '/sign-in/email', { body: { email, password } })).body)
  expect((await as(again.accessToken).post('/me/keys', watch)).status).toBe(201)
  expect((await as(again.accessToken).delete('/me')).status).toBe(204)
})

test('an account that was deleted with its password is erased for who asks with a token of before', async () => {
  const ada = account()
  const { token, accessToken } = Body.parse((await ask('POST', '/sign-up/email', { body: ada })).body)
  expect((await ask('POST', '/delete-user', { body: { password: ada.password }, token })).status).toBe(200)
  expect((await as(accessToken).delete('/me')).status).toBe(204)
  expect((await as(accessToken).get('/me')).status).toBe(404)
})
