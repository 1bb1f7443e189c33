import { describe, expect, test } from 'vitest'
import { serveAccounts } from '#http/accounts/serve-accounts.js'
import { accountApi, bearing, freshAddress, newcomer } from '#tests/support/account-api.js'
import { testDatabase } from '#tests/support/database.js'
import { testEnvironment } from '#tests/support/environment.js'
import { testBaseUrl } from '#tests/support/tokens.js'

const { url, rows } = await testDatabase()
const app = 'https://app.example'

const environmentAt = (databaseUrl: string) => testEnvironment({ DATABASE_URL: databaseUrl, CORS_ORIGINS: app })
const environment = environmentAt(url)
const send = accountApi(() => environment)

const present = (token: string) =>
  environment.authenticate(new Request(testBaseUrl, bearing(token)), { requestId: 'asked', now: new Date() })

describe('the accounts service answers', () => {
  test('a sign-up with a session token, and with an access token that opens the API', async () => {
    const { status, headers, body } = await send('POST', '/sign-up/email', { body: newcomer() })
    expect(status, JSON.stringify(body)).toBe(200)
    expect((await present(body.accessToken))?.scopes).toContain('sessions:write')
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('set-cookie')).toMatch(/session_token=.*HttpOnly/)
    expect(headers.get('x-request-id')).toBeTruthy()
  })

  test('a sign-in whatever the case of the email address', async () => {
    const account = newcomer()
    await send('POST', '/sign-up/email', { body: account })
    const again = { email: account.email.toUpperCase(), password: account.password }
    expect((await send('POST', '/sign-in/email', { body: again })).status).toBe(200)
    expect(await rows('select 1 from users where email = $1', [account.email.toLowerCase()])).toHaveLength(1)
  })

  test('with tokens that no cache may keep, and with public keys that caches keep for five minutes', async () => {
    const { body } = await send('POST', '/sign-up/email', { body: newcomer() })
    const token = await send('GET', '/token', bearing(body.token))
    expect((await present(token.body.token))?.userId).toBeDefined()
    expect(token.headers.get('netlify-cdn-cache-control')).toBe('private, no-store')
    const keys = await send('GET', '/jwks')
    expect(keys.text).not.toContain('"d"')
    expect(keys.headers.get('netlify-cdn-cache-control')).toBe('public, s-maxage=300')
  })

  test('with tokens that say when the athlete signed in, however old and prolonged the session is', async () => {
    const { body } = await send('POST', '/sign-up/email', { body: newcomer() })
    const fresh = await present(body.accessToken)
    expect(Math.abs(Number(fresh?.signedInAt) - Date.now())).toBeLessThan(30_000)
    const [aged] = await rows(
      `update auth_sessions set created_at = now() - interval '5 days', expires_at = now() + interval '2 days'
       where user_id = $1 returning date_trunc('second', created_at) as "signedInAt"`,
      [fresh?.userId],
    )
    const token = await send('GET', '/token', bearing(body.token))
    const prolonged = `select from auth_sessions where user_id = $1 and expires_at > now() + interval '6 days'`
    expect(await rows(prolonged, [fresh?.userId])).toHaveLength(1)
    expect(await present(token.body.token)).toMatchObject({ ...aged })
  })

  test('with null when the caller has no session', async () => {
    const { status, text } = await send('GET', '/get-session')
    expect([status, text]).toEqual([200, 'null'])
  })
})

describe('the accounts service refuses', () => {
  test('a sign-up with every fault named at once', async () => {
    const body = { email: 'nobody', password: 'short', name: '', timeZone: 'Mars/Olympus', role: 'admin' }
    const answer = await send('POST', '/sign-up/email', { body })
    expect(answer.status).toBe(422)
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    const pointers = answer.body.errors.map(({ pointer }) => pointer)
    expect(new Set(pointers)).toEqual(new Set(['/email', '/password', '/name', '/timeZone', '/role']))
  })

  test.each([
    ['malformed JSON', '{"email":', 400, 'MALFORMED_REQUEST'],
    ['a key twice', '{"email":"a@b.co","email":"c@d.co","password":"12345678"}', 400, 'MALFORMED_REQUEST'],
  ])('%s', async (_, body, status, code) => {
    const answer = await send('POST', '/sign-in/email', { body })
    expect([answer.status, answer.body.code]).toEqual([status, code])
  })

  test('a form, which a page of others could send', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await send('POST', '/sign-in/email', { body: 'email=a@b.co&password=12345678', headers })
    expect([answer.status, answer.body.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE'])
  })

  test('a wrong password with 401 and its challenge', async () => {
    const account = newcomer()
    await send('POST', '/sign-up/email', { body: account })
    const answer = await send('POST', '/sign-in/email', { body: { email: account.email, password: 'not the one' } })
    expect([answer.status, answer.body.code]).toEqual([401, 'WRONG_CREDENTIALS'])
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/)
  })

  test('a taken email address with 409, in any case', async () => {
    const account = newcomer()
    await send('POST', '/sign-up/email', { body: account })
    const answer = await send('POST', '/sign-up/email', { body: { ...account, email: account.email.toUpperCase() } })
    expect(answer.status).toBe(409)
    expect(answer.body.errors).toMatchObject([{ pointer: '/email', code: 'EMAIL_TAKEN' }])
  })

  test('too many attempts with 429, and says when to try again', async () => {
    const sent = { body: { email: newcomer().email, password: 'not the one' }, ip: freshAddress() }
    const statuses = []
    for (let attempt = 0; attempt < 4; attempt += 1) statuses.push((await send('POST', '/sign-in/email', sent)).status)
    expect(statuses).toEqual([401, 401, 401, 429])
    const answer = await send('POST', '/sign-in/email', sent)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test.each([
    ['GET', '/sign-up/email', 405],
    ['POST', '/update-user', 404],
    ['POST', '/revoke-sessions', 404],
    ['POST', '/verify-password', 404],
    ['GET', '/error', 404],
    ['GET', '/list-sessions', 404],
    ['GET', '/', 404],
  ])('what the API does not offer: %s %s', async (method, path, status) => {
    expect((await send(method, path)).status).toBe(status)
  })

  test('too many attempts even when the caller makes up an address', async () => {
    const ip = freshAddress()
    const statuses = []
    for (let attempt = 0; attempt < 4; attempt += 1) {
      const headers = { 'x-forwarded-for': freshAddress(), 'x-calistheniq-client-address': freshAddress() }
      const body = { email: newcomer().email, password: 'not the one' }
      statuses.push((await send('POST', '/sign-in/email', { body, headers, ip })).status)
    }
    expect(statuses.at(-1)).toBe(429)
  })
})

describe('the accounts service protects accounts', () => {
  test('by allowing browsers of configured origins only', async () => {
    const from = (origin: string) => send('POST', '/sign-up/email', { body: newcomer(), headers: { origin } })
    const allowed = await from(app)
    expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([200, app])
    const refused = await from('https://evil.example')
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, null])
    expect([refused.body.code, refused.body.detail]).toEqual([
      'ORIGIN_NOT_ALLOWED',
      expect.stringContaining('CORS_ORIGINS'),
    ])
  })

  test('by saying nothing about a database that it cannot reach', async () => {
    const cut = serveAccounts(() => environmentAt('postgres://nobody:hidden@127.0.0.1:1/none'))
    const answer = await send('POST', '/sign-up/email', { body: newcomer(), at: cut })
    expect([answer.status, answer.body.code]).toEqual([503, 'SERVICE_UNAVAILABLE'])
    expect(answer.headers.get('retry-after')).toBe('1')
    expect(answer.text).not.toMatch(/127\.0\.0\.1|hidden|ECONNREFUSED/)
  })

  test('by refusing an access token where a session is needed', async () => {
    const { body } = await send('POST', '/sign-up/email', { body: newcomer() })
    expect((await send('GET', '/token', bearing(body.accessToken))).status).toBe(401)
  })
})
