import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { accountApi, bearing, newcomer } from '#tests/support/account-api.js'
import { testDatabase } from '#tests/support/database.js'
import { testEnvironment } from '#tests/support/environment.js'

const db = await testDatabase()
const environment = testEnvironment({ DATABASE_URL: db.url })
const send = accountApi(() => environment)

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

async function signUp() {
  const account = newcomer()
  const { body, headers } = await send('POST', '/sign-up/email', { body: account })
  return { ...account, userId: body.user.id, token: body.token, headers }
}

/** Every row of sessions as text, whatever columns there are. */
const sessionsAsText = async () =>
  (await db.rows<{ row: string }>('select to_jsonb(s)::text as row from auth_sessions as s')).map(({ row }) => row)

describe('a session token at rest', () => {
  test('is stored as its hash, by sign-up and by sign-in', async () => {
    const { email, password, token } = await signUp()
    const { body } = await send('POST', '/sign-in/email', { body: { email, password } })
    const rows = (await sessionsAsText()).join('\n')
    for (const handedOut of [token, body.token]) {
      expect(handedOut).toMatch(/^\w{32}$/)
      expect(rows).not.toContain(handedOut)
      expect(rows).toContain(hashOf(handedOut))
    }
  })

  test.each([
    ['GET', '/token', undefined],
    ['POST', '/sign-out', {}],
    ['POST', '/delete-user', { password: newcomer().password }],
  ])('opens nothing as it is stored: %s %s', async (method, path, body) => {
    const { token, userId } = await signUp()
    const stored = bearing(hashOf(token))
    const before = await sessionsAsText()
    const refused = await send(method, path, { ...stored, body })
    // signing out is answered alike whether there was a session or not
    expect(refused.status).toBe(path === '/sign-out' ? 200 : 401)
    expect((await send('GET', '/get-session', stored)).text).toBe('null')
    expect(await sessionsAsText()).toEqual(before)
    expect(await db.rows('select from users where id = $1', [userId])).toHaveLength(1)
  })

  test('is given back as it was presented, also when the session is prolonged', async () => {
    const { token, userId } = await signUp()
    await db.rows(`update auth_sessions set expires_at = now() + interval '3 days' where user_id = $1`, [userId])
    const shown = await send('GET', '/get-session', bearing(token))
    expect(JSON.parse(shown.text)).toMatchObject({ session: { token, userId } })
    const [row] = await db.rows<{ prolonged: boolean; token: string }>(
      `select expires_at > now() + interval '6 days' as prolonged, token from auth_sessions where user_id = $1`,
      [userId],
    )
    expect(row).toEqual({ prolonged: true, token: hashOf(token) })
    const { headers } = shown
    expect(headers.get('set-cookie')).toContain(token)
  })

  test('opens a session by the cookie, and ends it by signing out', async () => {
    const { token, headers } = await signUp()
    const cookie =
      headers
        .getSetCookie()
        .find((one) => one.includes('session_token'))
        ?.split(';')[0] ?? ''
    const withCookie = { headers: { cookie, origin: environment.config.auth.baseUrl } }
    expect(JSON.parse((await send('GET', '/get-session', withCookie)).text)).toMatchObject({ session: { token } })
    await send('POST', '/sign-out', { ...withCookie, body: {} })
    expect((await send('GET', '/get-session', withCookie)).text).toBe('null')
    expect((await send('GET', '/token', bearing(token))).status).toBe(401)
  })

  test('is stored as its hash even when an earlier release writes it', async () => {
    const { userId } = await signUp()
    const [row] = await db.rows<{ token: string }>(
      `insert into auth_sessions (user_id, token, expires_at) values ($1, $2, now() + interval '7 days') returning token`,
      [userId, 'ikavsj7FmGff24QvsmRIZx9d20UhGT4Z'],
    )
    expect(row?.token).toBe(hashOf('ikavsj7FmGff24QvsmRIZx9d20UhGT4Z'))
    expect((await send('GET', '/token', bearing('ikavsj7FmGff24QvsmRIZx9d20UhGT4Z'))).status).toBe(200)
  })
})

test('deleting the rows of sessions and signing keys ends every session, and new ones can begin', async () => {
  const { email, password, token } = await signUp()
  await db.rows('delete from auth_sessions')
  await db.rows('delete from auth_jwks')
  expect((await send('GET', '/token', bearing(token))).status).toBe(401)
  const { status, body } = await send('POST', '/sign-in/email', { body: { email, password } })
  expect([status, (await send('GET', '/token', bearing(body.token))).status]).toEqual([200, 200])
})
