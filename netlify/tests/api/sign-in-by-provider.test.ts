import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { accountApi, bearing, newcomer } from '#tests/support/account-api.js'
import { testDatabase } from '#tests/support/database.js'
import { testEnvironment } from '#tests/support/environment.js'
import { type Known, startOidcProvider, throughProvider } from '#tests/support/oidc-provider.js'
import { testBaseUrl } from '#tests/support/tokens.js'

const db = await testDatabase()
const club = await startOidcProvider(testBaseUrl, 'my-club')
const school = await startOidcProvider(testBaseUrl, 'school')
const app = 'https://app.example'
const environment = testEnvironment({
  DATABASE_URL: db.url,
  CORS_ORIGINS: app,
  AUTH_PROVIDERS: JSON.stringify([club.setting, school.setting]),
})
const send = accountApi(() => environment)

const someone = (more: Partial<Known> = {}): Known => {
  const sub = randomUUID()
  return { sub, email: `${sub}@club.example`, email_verified: true, name: 'Grace', ...more }
}

function pageSecret() {
  const codeVerifier = randomBytes(32).toString('base64url')
  return { codeVerifier, codeChallenge: createHash('sha256').update(codeVerifier).digest('base64url') }
}

type Way = { path?: '/sign-in/social' | '/link-social'; token?: string; secret?: ReturnType<typeof pageSecret> }

/** Begins at a page, and goes through the provider; the address at which the provider sends the browser back. */
async function backFrom({ path = '/sign-in/social', token = '', secret = pageSecret() }: Way = {}) {
  const { codeChallenge, codeVerifier } = secret
  const asked = { provider: 'my-club', callbackURL: `${app}/signed-in?tab=1`, codeChallenge }
  const body = path === '/link-social' ? asked : { ...asked, timeZone: 'America/Los_Angeles' }
  const begun = await send('POST', path, { body, ...(token === '' ? {} : bearing(token)) })
  expect(begun.status, begun.text).toBe(200)
  const { url } = z.object({ url: z.string() }).parse(begun.body)
  return { back: await throughProvider(url, testBaseUrl), codeVerifier }
}

/** Lets the API send the browser on; the page's address. */
async function onwards({ pathname, search }: URL): Promise<URL> {
  const answer = await send('GET', `${pathname.replace('/api/v1/auth', '')}${search}`)
  expect(answer.status, answer.text).toBe(302)
  return new URL(answer.headers.get('location') ?? '')
}

async function codeOf(way: Way = {}) {
  const { back, codeVerifier } = await backFrom(way)
  return { code: (await onwards(back)).searchParams.get('code'), codeVerifier }
}

const finish = (body: object) => send('POST', '/sign-in/social/finish', { body })
const finishLink = (body: object, token: string) => send('POST', '/link-social/finish', { body, ...bearing(token) })
const codesOf = ({ body }: { body: { errors: { code: string }[] } }) => body.errors.map(({ code }) => code)

describe('a sign-in with a provider', () => {
  test('makes an account on the day of the page, and keeps no token of the provider', async () => {
    const grace = someone()
    club.signIn(grace)
    expect((await send('GET', '/providers')).body).toMatchObject({
      providers: [{ id: 'my-club', name: 'My Club' }, { id: 'school' }],
    })
    const { back, codeVerifier } = await backFrom()
    const page = await onwards(back)
    expect(`${page.origin}${page.pathname}`).toBe(`${app}/signed-in`)
    expect([...page.searchParams.keys()]).toEqual(['tab', 'code'])
    const opened = await finish({ code: page.searchParams.get('code'), codeVerifier })
    expect(opened.body.user, opened.text).toMatchObject({ email: grace.email, emailVerified: true, name: 'Grace' })
    expect(opened.body.accessToken).toMatch(/^eyJ/)
    const [kept] = await db.rows(
      `select time_zone, provider_id, account_id, password, access_token, refresh_token, id_token
       from auth_accounts join users on users.id = user_id where user_id = $1`,
      [opened.body.user.id],
    )
    expect(kept).toEqual({
      ...{ time_zone: 'America/Los_Angeles', provider_id: 'my-club', account_id: grace.sub },
      ...{ password: null, access_token: null, refresh_token: null, id_token: null },
    })
    const again = await finish(await codeOf())
    expect(again.body.user.id).toBe(opened.body.user.id)
  })

  test('is finished once, by the page that began, and by no other', async () => {
    club.signIn(someone())
    const { back, codeVerifier } = await backFrom()
    const [code, reloaded] = [
      (await onwards(back)).searchParams.get('code'),
      (await onwards(back)).searchParams.get('code'),
    ]
    const answers = await Promise.all([finish({ code, codeVerifier }), finish({ code, codeVerifier })])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
    expect((await finish({ code: reloaded, codeVerifier })).status).toBe(422)
    const { code: seen } = await codeOf()
    const stranger = await finish({ code: seen, codeVerifier: pageSecret().codeVerifier })
    expect([stranger.status, codesOf(stranger)]).toEqual([422, ['CODE_USED']])
  })

  test('comes back with a state that was begun here, with the same provider', async () => {
    club.signIn(someone())
    const { back, codeVerifier } = await backFrom()
    const mixedUp = await send('GET', `/callback/school${back.search}`)
    const foreign = await send('GET', `/callback/my-club?state=${'x'.repeat(32)}&code=abc`)
    expect([mixedUp.status, foreign.status]).toEqual([400, 400])
    const forged = new URL(back)
    forged.searchParams.set('code', 'of somebody else')
    const answer = await finish({ code: (await onwards(forged)).searchParams.get('code'), codeVerifier })
    expect([answer.status, codesOf(answer)], answer.text).toEqual([422, ['NOT_CONFIRMED']])
  })

  test('may come back by a form, as Apple sends it', async () => {
    club.signIn(someone())
    const { back, codeVerifier } = await backFrom()
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://appleid.apple.com' }
    const answer = await send('POST', '/callback/my-club', { body: back.search.slice(1), headers })
    const code = new URL(answer.headers.get('location') ?? '').searchParams.get('code')
    expect((await finish({ code, codeVerifier })).status).toBe(200)
  })

  test('tells the page when it was declined', async () => {
    club.signIn(null)
    const { back } = await backFrom()
    expect((await onwards(back)).searchParams.get('error')).toBe('access_denied')
  })

  test.each([
    ['callbackURL', 'https://evil.example/'],
    ['callbackURL', 'https://app.example.evil.example/'],
    ['callbackURL', 'https://app.example@evil.example/'],
    ['callbackURL', 'javascript:alert(1)'],
    ['callbackURL', '//evil.example'],
    ['errorCallbackURL', 'https://evil.example/'],
  ])('leads to no page elsewhere: %s %s', async (field, address) => {
    const { codeChallenge } = pageSecret()
    const asked = { provider: 'my-club', callbackURL: app, codeChallenge, timeZone: 'UTC', [field]: address }
    const answer = await send('POST', '/sign-in/social', { body: asked })
    expect([answer.status, answer.body.errors[0]?.pointer], answer.text).toEqual([422, `/${field}`])
  })

  test.each([
    ['whose address nobody has verified', false],
    ['whose address somebody has verified, by the link in a mail that they did not ask for', true],
  ])('opens no account that somebody else has made with the address, %s', async (_, isVerified) => {
    const account = newcomer()
    const attacker = await send('POST', '/sign-up/email', { body: account })
    const id = attacker.body.user.id
    await db.rows('update users set email_verified = $2 where id = $1', [id, isVerified])
    club.signIn(someone({ email: account.email.toLowerCase() }))
    const answer = await finish(await codeOf())
    expect([answer.status, answer.body.code, codesOf(answer)], answer.text).toEqual([
      409,
      'CONFLICT',
      ['ACCOUNT_NOT_LINKED'],
    ])
    const rows = await db.rows('select provider_id from auth_accounts where user_id = $1', [id])
    expect(rows).toEqual([{ provider_id: 'credential' }])
  })

  test('opens the account with the address once its owner has signed in there and linked it', async () => {
    const account = newcomer()
    const { body } = await send('POST', '/sign-up/email', { body: account })
    club.signIn(someone({ email: account.email.toLowerCase() }))
    expect((await finish(await codeOf())).status).toBe(409)
    expect((await finishLink(await codeOf({ path: '/link-social', token: body.token }), body.token)).status).toBe(200)
    expect((await finish(await codeOf())).body.user.id).toBe(body.user.id)
  })

  test('lets an account without a password be erased after a fresh sign-in alone', async () => {
    club.signIn(someone())
    const { body } = await finish(await codeOf())
    const age = (minutes: number) =>
      db.rows('update auth_sessions set created_at = now() - make_interval(mins => $2) where user_id = $1', [
        body.user.id,
        minutes,
      ])
    await age(11)
    const late = await send('POST', '/delete-user', { body: {}, ...bearing(body.token) })
    expect([late.status, late.body.code]).toEqual([401, 'FRESH_SIGN_IN_NEEDED'])
    await age(9)
    const guessed = await send('POST', '/delete-user', { body: { password: 'a password' }, ...bearing(body.token) })
    expect([guessed.status, codesOf(guessed)]).toEqual([422, ['NO_PASSWORD']])
    expect((await send('POST', '/delete-user', { body: {}, ...bearing(body.token) })).status).toBe(200)
    expect(await db.rows('select 1 from users where id = $1', [body.user.id])).toEqual([])
  })
})

describe('linking a provider', () => {
  const signedUp = async () => (await send('POST', '/sign-up/email', { body: newcomer() })).body
  const linkedOf = async (token: string) =>
    z
      .array(z.object({ id: z.string(), providerId: z.string() }))
      .parse(JSON.parse((await send('GET', '/list-accounts', bearing(token))).text))

  test('is begun and finished by the same athlete, lately signed in, and leads back into their account', async () => {
    const [ada, bob] = [await signedUp(), await signedUp()]
    club.signIn(someone())
    const way = { path: '/link-social', token: ada.token } as const
    expect((await finishLink(await codeOf(way), bob.token)).status).toBe(422)
    expect((await finish(await codeOf(way))).status).toBe(422)
    const linked = await finishLink(await codeOf(way), ada.token)
    expect(linked.status, linked.text).toBe(200)
    expect((await finish(await codeOf())).body.user.id).toBe(ada.user.id)
    expect((await finishLink(await codeOf({ ...way, token: bob.token }), bob.token)).body.code).toBe('CONFLICT')
    await db.rows(`update auth_sessions set created_at = now() - interval '11 minutes' where user_id = $1`, [
      ada.user.id,
    ])
    const { codeChallenge } = pageSecret()
    const body = { provider: 'school', callbackURL: app, codeChallenge }
    expect((await send('POST', '/link-social', { body, ...bearing(ada.token) })).body.code).toBe('FRESH_SIGN_IN_NEEDED')
  })

  test('is refused where the provider has not verified the address', async () => {
    const { token } = await signedUp()
    club.signIn(someone({ email_verified: false }))
    expect((await finishLink(await codeOf({ path: '/link-social', token }), token)).status).toBe(409)
    expect((await linkedOf(token)).map(({ providerId }) => providerId)).toEqual(['credential'])
  })

  test('is undone, except for the last way in', async () => {
    const [ada, bob] = [await signedUp(), await signedUp()]
    club.signIn(someone())
    await finishLink(await codeOf({ path: '/link-social', token: ada.token }), ada.token)
    const accounts = await linkedOf(ada.token)
    const unlink = (accountId: string | undefined, token: string) =>
      send('POST', '/unlink-account', { body: { accountId }, ...bearing(token) })
    expect((await unlink(accounts[0]?.id, bob.token)).status).not.toBe(200)
    expect((await unlink(accounts[0]?.id, ada.token)).status).toBe(200)
    expect((await unlink(accounts[1]?.id, ada.token)).body.code).toBe('CONFLICT')
    expect(await linkedOf(ada.token)).toHaveLength(1)
  })
})
