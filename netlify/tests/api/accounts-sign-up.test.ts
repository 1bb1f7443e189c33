import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { serveAccounts } from '#http/accounts/serve-accounts.js'
import { accountApi, bearing, newcomer } from '#tests/support/account-api.js'
import { testDatabase } from '#tests/support/database.js'
import { testEnvironment } from '#tests/support/environment.js'
import { testBaseUrl } from '#tests/support/tokens.js'

const db = await testDatabase()
const environment = testEnvironment({ DATABASE_URL: db.url })
const send = accountApi(() => environment)
const signUp = (body: unknown, more = {}) => send('POST', '/sign-up/email', { body, ...more })

const consentsOf = (id: string) =>
  db.rows('select purpose, given from consents where user_id = $1 order by purpose', [id])

test('a sign-up without a time zone is refused with the expression that tells it', async () => {
  const { timeZone: _, ...account } = newcomer()
  const answer = await signUp(account)
  expect([answer.status, answer.body.errors]).toMatchObject([422, [{ pointer: '/timeZone' }]])
  expect(answer.text).toContain('Intl.DateTimeFormat().resolvedOptions().timeZone')
  expect(await db.rows('select 1 from users where email = $1', [account.email.toLowerCase()])).toEqual([])
})

describe('consents at sign-up', () => {
  test('are given as by the operation for them, once, also when the request is repeated', async () => {
    const account = { ...newcomer(), consents: ['health-data'] }
    const key = { headers: { 'idempotency-key': randomUUID() } }
    const [first, second] = [await signUp(account, key), await signUp(account, key)]
    expect([first.status, second.status, second.body.user.id]).toEqual([200, 200, first.body.user.id])
    expect(await consentsOf(first.body.user.id)).toEqual([{ purpose: 'health-data', given: true }])
    const noted = await db.rows(`select payload from events where user_id = $1 and type = 'consent.changed'`, [
      first.body.user.id,
    ])
    expect(noted).toEqual([{ payload: { purpose: 'health-data', given: true } }])
    const { consents: __, ...less } = account
    expect((await signUp(less, key)).body.code).toBe('IDEMPOTENCY_KEY_REUSED')
  })

  test('are none when nobody was asked, and none for what there is not', async () => {
    const { body } = await signUp(newcomer())
    expect(await consentsOf(body.user.id)).toEqual([])
    const refused = await signUp({ ...newcomer(), consents: ['everything'] })
    expect([refused.status, refused.body.errors]).toMatchObject([422, [{ pointer: '/consents/0' }]])
  })
})

describe('the two kinds of tokens have two names', () => {
  test('at sign-up, at sign-in and where one is exchanged for the other', async () => {
    const account = newcomer()
    const { email, password } = account
    for (const { body } of [
      await signUp(account),
      await send('POST', '/sign-in/email', { body: { email, password } }),
    ]) {
      expect(body).toMatchObject({ sessionToken: body.token, expiresIn: 900 })
      const token = JSON.parse((await send('GET', '/token', bearing(body.sessionToken))).text)
      expect(token).toEqual({ token: token.accessToken, accessToken: expect.stringMatching(/^eyJ/), expiresIn: 900 })
    }
  })
})

test('answers tell how often the database was asked, and no answer about a person is shared', async () => {
  const { body, headers } = await signUp(newcomer())
  const session = await send('GET', '/get-session', bearing(body.token))
  const other = await send('GET', '/get-session')
  const trips = [headers, session.headers, other.headers].map((one) =>
    Number(/desc="(\d+)/.exec(one.get('server-timing') ?? '')?.[1]),
  )
  expect(trips[0]).toBeGreaterThan(5)
  expect(trips.slice(1)).toEqual([expect.any(Number), 2])
  expect(trips[1]).toBeGreaterThanOrEqual(2)
  expect([session.headers.get('cache-control'), other.text]).toEqual(['private, no-store', 'null'])
})

describe('where addresses must be verified', () => {
  const strict = testEnvironment({
    DATABASE_URL: db.url,
    MAIL_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'no-reply@calistheniq.example',
    REQUIRE_VERIFIED_EMAIL: 'true',
  })
  const mails: { to: string; subject: string; links: readonly string[] }[] = []
  const at = serveAccounts(() => ({ ...strict, mail: async (mail) => void mails.push(mail) }))

  test('a sign-up is answered alike for an address that has an account, whose owner is told', async () => {
    const account = { ...newcomer(), consents: ['health-data'] }
    const answers = [await signUp(account, { at }), await signUp(account, { at })]
    const alike = answers.map(({ status, text, headers }) => [
      status,
      text.replaceAll(/[0-9a-f-]{36}|\d{4}-\d\d-\d\dT[^"]+/g, ''),
      headers.get('set-cookie'),
    ])
    expect(alike[0]?.[0]).toBe(202)
    expect(alike[1]).toEqual(alike[0])
    expect(mails.map(({ subject }) => subject)).toEqual(['Confirm your email address', 'You have an account already'])
    const [user] = await db.rows<{ id: string }>('select id from users where email = lower($1)', [account.email])
    expect(await consentsOf(user?.id ?? '')).toEqual([{ purpose: 'health-data', given: true }])
  })

  test('a sign-in waits for the link of the mail', async () => {
    const account = newcomer()
    const { email, password } = account
    await signUp(account, { at })
    const signIn = () => send('POST', '/sign-in/email', { body: { email, password }, at })
    const refused = await signIn()
    expect([refused.status, refused.body.code]).toEqual([403, 'EMAIL_NOT_VERIFIED'])
    const link = mails.at(-1)?.links[0]?.replace(`${testBaseUrl}/api/v1/auth`, '') ?? ''
    expect((await send('GET', link, { at })).status).toBe(200)
    expect((await signIn()).status).toBe(200)
  })
})
