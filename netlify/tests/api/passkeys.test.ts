import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { accountApi, bearing, newcomer } from '#tests/support/account-api.js'
import { testDatabase } from '#tests/support/database.js'
import { testEnvironment } from '#tests/support/environment.js'
import { type SoftwareAuthenticator, softwareAuthenticator } from '#tests/support/software-authenticator.js'
import { testBaseUrl } from '#tests/support/tokens.js'

const db = await testDatabase()
const environment = testEnvironment({ DATABASE_URL: db.url })
const send = accountApi(() => environment)
const { hostname, origin } = new URL(testBaseUrl)

const Ceremony = z.object({ challenge: z.string(), options: z.looseObject({ challenge: z.string() }) })

async function athlete() {
  const { body } = await send('POST', '/sign-up/email', { body: newcomer() })
  return { id: body.user.id, token: body.token }
}

const begin = async (token: string) =>
  Ceremony.parse((await send('GET', '/passkey/generate-register-options', bearing(token))).body)
const beginSignIn = async () => Ceremony.parse((await send('GET', '/passkey/generate-authenticate-options')).body)

async function register(token: string, authenticator: SoftwareAuthenticator) {
  const { challenge, options } = await begin(token)
  const body = { challenge, response: authenticator.make({ options, origin }) }
  return send('POST', '/passkey/verify-registration', { body, ...bearing(token) })
}

async function withPasskey() {
  const [owner, authenticator] = [await athlete(), softwareAuthenticator(hostname)]
  const { status, text } = await register(owner.token, authenticator)
  expect(status, text).toBe(200)
  return { ...owner, authenticator, passkeyId: z.object({ id: z.string() }).parse(JSON.parse(text)).id }
}

type Shown = { page?: string; ownerVerified?: boolean; headers?: Record<string, string> }

async function signIn(
  authenticator: SoftwareAuthenticator,
  { page = origin, ownerVerified = true, headers = {} }: Shown = {},
) {
  const { challenge, options } = await beginSignIn()
  const body = { challenge, response: authenticator.show({ options, origin: page, ownerVerified }) }
  return { body, answer: await send('POST', '/passkey/verify-authentication', { body, headers }) }
}

describe('a passkey', () => {
  test('signs its owner in, as freshly as a password, without an email address', async () => {
    const { id, authenticator } = await withPasskey()
    const { answer } = await signIn(authenticator)
    expect(answer.body.user.id, answer.text).toBe(id)
    const asks = new Request(testBaseUrl, bearing(answer.body.accessToken))
    const principal = await environment.authenticate(asks, { requestId: 'asked', now: new Date() })
    expect(Math.abs(Number(principal?.signedInAt) - Date.now())).toBeLessThan(30_000)
  })

  test('answers a challenge once, and no challenge of another kind', async () => {
    const { authenticator, token } = await withPasskey()
    const { body } = await signIn(authenticator)
    const replayed = await send('POST', '/passkey/verify-authentication', { body })
    expect(replayed.body.errors).toMatchObject([{ pointer: '/challenge', code: 'CHALLENGE_USED' }])
    const { challenge, options } = await begin(token)
    const mixed = { challenge, response: authenticator.show({ options, origin }) }
    expect((await send('POST', '/passkey/verify-authentication', { body: mixed })).status).toBe(422)
  })

  test('is refused without its owner, from a page elsewhere, and when it is unknown', async () => {
    const { authenticator } = await withPasskey()
    const evil = 'https://evil.example'
    const statuses = [
      (await signIn(authenticator, { ownerVerified: false })).answer.status,
      (await signIn(authenticator, { page: evil })).answer.status,
      (await signIn(authenticator, { page: evil, headers: { origin: evil } })).answer.status,
      (await signIn(softwareAuthenticator(hostname))).answer.status,
      (await signIn(softwareAuthenticator('evil.example'))).answer.status,
    ]
    expect(statuses).toEqual([401, 401, 403, 401, 401])
  })

  test('of somebody else is neither taken over, nor named or deleted, and is as unknown as none', async () => {
    const [ada, bob] = [await withPasskey(), await athlete()]
    expect((await register(bob.token, ada.authenticator)).status).toBe(422)
    const { challenge, options } = await begin(ada.token)
    const made = { challenge, response: softwareAuthenticator(hostname).make({ options, origin }) }
    const atBob = await send('POST', '/passkey/verify-registration', { body: made, ...bearing(bob.token) })
    expect(atBob.status, atBob.text).toBe(422)
    for (const id of [ada.passkeyId, '0198c0de-7a11-4000-8000-000000000001']) {
      const deleted = await send('POST', '/passkey/delete-passkey', { body: { id }, ...bearing(bob.token) })
      const named = await send('POST', '/passkey/update-passkey', { body: { id, name: 'Mine' }, ...bearing(bob.token) })
      const told = [deleted, named].map(({ status, body }) => [status, body.errors[0]?.code])
      expect(told, deleted.text + named.text).toEqual(Array(2).fill([422, 'UNKNOWN_PASSKEY']))
    }
    expect((await signIn(ada.authenticator)).answer.body.user.id).toBe(ada.id)
  })

  test('is made by a sign-in of the last ten minutes only, and opens nothing once it is deleted', async () => {
    const { id, token, authenticator, passkeyId } = await withPasskey()
    await send('POST', '/passkey/delete-passkey', { body: { id: passkeyId }, ...bearing(token) })
    expect((await signIn(authenticator)).answer.status).toBe(401)
    await db.rows(`update auth_sessions set created_at = now() - interval '11 minutes' where user_id = $1`, [id])
    const late = await send('GET', '/passkey/generate-register-options', bearing(token))
    expect([late.status, late.body.code]).toEqual([401, 'FRESH_SIGN_IN_NEEDED'])
  })

  test('is one of at most 20: the next is refused before it is made, and when it comes, until one is deleted', async () => {
    const { id, token, passkeyId } = await withPasskey()
    await db.rows(
      `insert into auth_passkeys (user_id, public_key, credential_id, counter, device_type, backed_up)
      select $1::uuid, 'key', $1::text || '-' || n, 0, 'singleDevice', false from generate_series(1, 18) as n`,
      [id],
    )
    const { challenge, options } = await begin(token)
    expect((await register(token, softwareAuthenticator(hostname))).status).toBe(200)
    const body = { challenge, response: softwareAuthenticator(hostname).make({ options, origin }) }
    const kept = await send('POST', '/passkey/verify-registration', { body, ...bearing(token) })
    const begun = await send('GET', '/passkey/generate-register-options', bearing(token))
    for (const { status, body } of [kept, begun]) {
      expect([status, body.code, body.detail]).toEqual([
        409,
        'CONFLICT',
        'There are 20 passkeys already: delete one first.',
      ])
    }
    await send('POST', '/passkey/delete-passkey', { body: { id: passkeyId }, ...bearing(token) })
    expect((await register(token, softwareAuthenticator(hostname))).status).toBe(200)
  })
})
