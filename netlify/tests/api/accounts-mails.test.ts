import { afterAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { serveAccounts } from '#http/accounts/serve-accounts.js'
import { accountApi, bearing, freshAddress, newcomer } from '#tests/support/account-api.js'
import { testDatabase } from '#tests/support/database.js'
import { testEnvironment } from '#tests/support/environment.js'
import { mailServer } from '#tests/support/mail-server.js'
import { softwareAuthenticator } from '#tests/support/software-authenticator.js'
import { testBaseUrl } from '#tests/support/tokens.js'

const db = await testDatabase()
const server = await mailServer()
afterAll(() => server.close())

const app = 'https://app.example'
const settings = { DATABASE_URL: db.url, CORS_ORIGINS: app }
const mailing = { ...settings, MAIL_URL: server.url, MAIL_FROM: 'CalisthenIQ <no-reply@calistheniq.example>' }
const environment = testEnvironment(mailing)
const send = accountApi(() => environment)

/** Takes the mails that an address got since it was asked last. */
function mailsTo(email: string) {
  const mine = server.mails.filter(({ recipients }) => recipients[0] === email.toLowerCase())
  const fresh = mine.slice(seen.get(email) ?? 0)
  seen.set(email, mine.length)
  return fresh
}
const seen = new Map<string, number>()

const linkIn = (text = '') => /^http\S+$/m.exec(text)?.[0] ?? ''
const codeIn = (text = '') => /^[A-Za-z0-9]{24}$/m.exec(text)?.[0] ?? ''

/** Opens a link as a browser does; `headers` may carry a session. */
const open = (link: string) => send('GET', link.replace(`${testBaseUrl}/api/v1/auth`, ''))

async function signedUp(more = {}) {
  const account = { ...newcomer(), ...more }
  const { body } = await send('POST', '/sign-up/email', { body: account })
  const [verification] = mailsTo(account.email)
  return { ...account, id: body.user.id, token: body.token, link: linkIn(verification?.text), verification }
}

async function verified() {
  const account = await signedUp()
  expect((await open(account.link)).status).toBe(200)
  return account
}

const asksReset = (email: string, more = {}) => send('POST', '/request-password-reset', { body: { email, ...more } })
const resets = (token: string, newPassword: string) => send('POST', '/reset-password', { body: { token, newPassword } })
const signsIn = (email: string, password: string) => send('POST', '/sign-in/email', { body: { email, password } })
const opens = async (token: string) => (await send('GET', '/token', bearing(token))).status === 200
const isVerified = async (id: string) => (await db.rows('select email_verified from users where id = $1', [id]))[0]
const kindsOf = async (id: string) =>
  (await db.rows<{ kind: string }>('select kind from security_log where user_id = $1 order by id', [id])).map(
    ({ kind }) => kind,
  )

async function addPasskey(token: string) {
  const begun = await send('GET', '/passkey/generate-register-options', bearing(token))
  const { challenge, options } = z
    .object({ challenge: z.string(), options: z.looseObject({ challenge: z.string() }) })
    .parse(begun.body)
  const { hostname, origin } = new URL(testBaseUrl)
  const response = softwareAuthenticator(hostname).make({ options, origin })
  const made = await send('POST', '/passkey/verify-registration', { body: { challenge, response }, ...bearing(token) })
  expect(made.status, made.text).toBe(200)
}

const waysInto = async (id: string) =>
  (
    await db.rows(
      `select two_factor_enabled,
         array(select provider_id from auth_accounts where user_id = users.id) as accounts,
         (select count(*)::integer from auth_passkeys where user_id = users.id) as passkeys
       from users where id = $1`,
      [id],
    )
  )[0]

/** What may tell one answer from another. */
const shape = ({ status, text, headers }: { status: number; text: string; headers: Headers }) => ({
  status,
  text: text.replace(/urn:request:[\w-]+/, ''),
  headers: [...headers].filter(([name]) => name !== 'x-request-id' && name !== 'server-timing'),
})

describe('a mail', () => {
  test('has no words of whoever signs up, whatever their name is', async () => {
    const name = 'Eve\r\nBcc: all@evil.example <b>https://evil.example</b>'
    const { verification } = await signedUp({ name: name.replace('\r\n', ' ') })
    const refused = await send('POST', '/sign-up/email', { body: { ...newcomer(), name } })
    expect(verification?.subject).toBe('Confirm your email address')
    const everything = JSON.stringify([verification?.text, verification?.html, verification?.headerLines])
    expect(everything).not.toMatch(/evil|Bcc|Eve/)
    expect(JSON.stringify(server.mails.map(({ recipients }) => recipients))).not.toContain('evil')
    expect([200, 422]).toContain(refused.status)
  })

  test('says the same as text and as HTML, loads nothing, and asks for no reply', async () => {
    const { email, verification, link } = await signedUp()
    expect(verification).toMatchObject({ recipients: [email.toLowerCase()], attachments: [] })
    expect(verification?.from?.text).toContain('no-reply@calistheniq.example')
    expect(verification?.headers.get('auto-submitted')).toBe('auto-generated')
    const html = String(verification?.html)
    expect(html).toContain(`href="${link.replaceAll('&', '&amp;')}"`)
    expect(html).not.toMatch(/<(img|script|style|link|iframe)|src=/)
    expect(html.match(/https?:[^"<]+/g)?.every((one) => one.startsWith(testBaseUrl))).toBe(true)
  })

  test('that is refused changes no answer, and its error names nobody', async () => {
    const other = await mailServer()
    other.refuse()
    const warnings: string[] = []
    const log = { ...environment.log, warning: (_: string, error: unknown) => void warnings.push(String(error)) }
    const broken = testEnvironment({ ...mailing, MAIL_URL: other.url }, { log })
    const account = newcomer()
    const { status } = await send('POST', '/sign-up/email', { body: account, at: serveAccounts(() => broken) })
    await other.close()
    expect([status, warnings.length]).toEqual([200, 1])
    expect(warnings[0]).toContain('responseCode 550')
    expect(warnings[0]?.toLowerCase()).not.toContain(account.email.toLowerCase())
  })

  test('is sent behind the answer where the platform waits for that', async () => {
    const serve = serveAccounts(() => environment)
    const { email } = newcomer()
    const left: Promise<unknown>[] = []
    const request = new Request(`${testBaseUrl}/api/v1/auth/sign-up/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...newcomer(), email }),
    })
    const answer = await serve(request, { ip: freshAddress(), waitUntil: (work) => void left.push(work) })
    expect([answer.status, left.length]).toEqual([200, 1])
    await Promise.all(left)
    expect(mailsTo(email)).toHaveLength(1)
  })

  test('to one address is dropped from the eleventh in an hour on', async () => {
    const { email } = await signedUp()
    await db.rows(`update auth_rate_limits set count = 10 where key like 'mail:%'`)
    expect((await asksReset(email)).status).toBe(200)
    expect(mailsTo(email)).toEqual([])
    await db.rows(`delete from auth_rate_limits where key like 'mail:%'`)
  })
})

describe('the link that verifies an address', () => {
  test('works, also a second time, and is noted once', async () => {
    const { id, link } = await signedUp()
    expect(await isVerified(id)).toEqual({ email_verified: false })
    expect([(await open(link)).status, (await open(link)).status]).toEqual([200, 200])
    expect(await isVerified(id)).toEqual({ email_verified: true })
    expect(await kindsOf(id)).toEqual(['signed-up', 'email-verified'])
  })

  test('leads to the page that was named at sign-up', async () => {
    const { link } = await signedUp({ callbackURL: `${app}/welcome` })
    const answer = await open(link)
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `${app}/welcome`])
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const broken = await open(link.replace(/token=[^&]+/, 'token=forged'))
    expect([broken.status, broken.headers.get('location')]).toEqual([302, `${app}/welcome?error=INVALID_TOKEN`])
  })

  test.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    'https://app.example.evil.example',
  ])('leads to no page of others: %s', async (callbackURL) => {
    const { link } = await signedUp()
    const led = await open(`${link}&callbackURL=${encodeURIComponent(callbackURL)}`)
    const given = await send('POST', '/sign-up/email', { body: { ...newcomer(), callbackURL } })
    const reset = await asksReset(newcomer().email, { redirectTo: callbackURL })
    expect([led.status, led.headers.get('location')]).toEqual([400, null])
    expect([given.status, reset.status], given.text).toEqual([422, 422])
    expect(reset.body.errors).toMatchObject([{ pointer: '/redirectTo', code: 'ORIGIN_NOT_ALLOWED' }])
  })

  test('is sent again, with one answer for whatever address', async () => {
    const account = await signedUp()
    const done = await verified()
    const answers = []
    for (const email of [account.email, done.email, newcomer().email]) {
      answers.push(shape(await send('POST', '/send-verification-email', { body: { email } })))
    }
    expect(answers[0]).toMatchObject({ status: 200 })
    expect(answers.slice(1)).toEqual([answers[0], answers[0]])
    expect([mailsTo(account.email).length, mailsTo(done.email).length]).toEqual([1, 0])
  })
})

describe('a forgotten password', () => {
  test('is replaced by the code of a mail, once, and every session ends', async () => {
    const { id, email, password, token } = await verified()
    const device = await signsIn(email, password)
    expect((await asksReset(email)).status).toBe(200)
    const [mail] = mailsTo(email)
    const code = codeIn(mail?.text)
    const kept = await db.rows('select identifier from auth_verifications')
    expect(JSON.stringify(kept)).not.toContain(code)
    const [first, second] = [await resets(code, 'a new password'), await resets(code, 'another password')]
    expect([first.status, second.status, second.body.code]).toEqual([200, 400, 'LINK_NOT_VALID'])
    expect([await opens(token), await opens(device.body.token)]).toEqual([false, false])
    expect([(await signsIn(email, password)).status, (await signsIn(email, 'a new password')).status]).toEqual([
      401, 200,
    ])
    expect(mailsTo(email).map(({ subject }) => subject)).toEqual(['Your password was changed'])
    expect(await kindsOf(id)).toContain('password-reset')
  })

  test('that was the first proof of the address leaves no other way in that was set up before', async () => {
    const { id, email, token } = await signedUp()
    await db.rows(
      `insert into auth_accounts (id, user_id, provider_id, account_id, created_at, updated_at)
       values (gen_random_uuid(), $1, 'my-club', gen_random_uuid()::text, now(), now())`,
      [id],
    )
    await addPasskey(token)
    await asksReset(email)
    await resets(codeIn(mailsTo(email)[0]?.text), 'a new password')
    expect(await waysInto(id)).toEqual({ accounts: ['credential'], passkeys: 0, two_factor_enabled: false })
    expect(await isVerified(id)).toEqual({ email_verified: true })
    expect(await kindsOf(id)).toEqual(['signed-up', 'password-reset', 'email-verified'])
    await addPasskey((await signsIn(email, 'a new password')).body.token)
    await asksReset(email)
    await resets(codeIn(mailsTo(email).at(-1)?.text), 'another password')
    expect(await waysInto(id)).toMatchObject({ passkeys: 1 })
  })

  test('is replaced once by many requests at the same time', async () => {
    const { email } = await signedUp()
    await asksReset(email)
    const code = codeIn(mailsTo(email)[0]?.text)
    const answers = await Promise.all(['one', 'two', 'three'].map((more) => resets(code, `new password ${more}`)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400])
  })

  test('is replaced by the link to a page, which gets the token', async () => {
    const { email } = await signedUp()
    await asksReset(email, { redirectTo: `${app}/reset` })
    const link = linkIn(mailsTo(email)[0]?.text)
    const led = new URL((await open(link)).headers.get('location') ?? '')
    expect(led.origin + led.pathname).toBe(`${app}/reset`)
    expect((await resets(led.searchParams.get('token') ?? '', 'a new password')).status).toBe(200)
    expect((await open(link)).headers.get('location')).toBe(`${app}/reset?error=INVALID_TOKEN`)
  })

  test('stays when the hour is over', async () => {
    const { email, password } = await signedUp()
    await asksReset(email)
    const code = codeIn(mailsTo(email)[0]?.text)
    await db.rows(`update auth_verifications set expires_at = now() - interval '1 second'`)
    expect((await resets(code, 'a new password')).body.code).toBe('LINK_NOT_VALID')
    expect((await signsIn(email, password)).status).toBe(200)
  })

  test('is replaced in the account whose mail it was, and in no other', async () => {
    const [one, other] = [await signedUp(), await signedUp()]
    await asksReset(one.email)
    await resets(codeIn(mailsTo(one.email)[0]?.text), 'a new password')
    expect((await signsIn(other.email, other.password)).status).toBe(200)
    expect(await opens(other.token)).toBe(true)
  })

  test('is asked for with one answer, whether there is an account or not, and thrice an hour', async () => {
    const { email } = await signedUp()
    const absent = newcomer().email
    const asked = async (who: string) => {
      const answers = []
      for (let n = 0; n < 4; n += 1) answers.push(shape(await asksReset(who)))
      return answers
    }
    const [there, nobody] = [await asked(email), await asked(absent)]
    expect(there.map(({ status }) => status)).toEqual([200, 200, 200, 429])
    expect(nobody).toEqual(there)
    expect([mailsTo(email).length, mailsTo(absent).length]).toEqual([3, 0])
  })

  test('lets its owner in though guesses have closed the account', async () => {
    const { email } = await signedUp()
    await signsIn(email, 'not the one')
    await db.rows(`update auth_rate_limits set count = 10 where key like 'password:%'`)
    expect((await signsIn(email, 'not the one')).status).toBe(429)
    await asksReset(email)
    await resets(codeIn(mailsTo(email)[0]?.text), 'a new password')
    expect((await signsIn(email, 'a new password')).status).toBe(200)
  })
})

describe('a password', () => {
  test('is changed by who knows it, and the other device is out', async () => {
    const { id, email, password, token } = await signedUp()
    const device = (await signsIn(email, password)).body.token
    const changed = await send('POST', '/change-password', {
      body: { currentPassword: password, newPassword: 'a new password', revokeOtherSessions: true },
      ...bearing(token),
    })
    expect(changed.status, changed.text).toBe(200)
    expect([await opens(token), await opens(device), await opens(changed.body.sessionToken)]).toEqual([
      false,
      false,
      true,
    ])
    expect([(await signsIn(email, password)).status, (await signsIn(email, 'a new password')).status]).toEqual([
      401, 200,
    ])
    expect(mailsTo(email).map(({ subject }) => subject)).toEqual(['Your password was changed'])
    expect(await kindsOf(id)).toContain('password-changed')
  })

  test('stays when the old one is wrong, and nobody is told', async () => {
    const { email, password, token } = await signedUp()
    const body = { currentPassword: 'not the one', newPassword: 'a new password' }
    const answer = await send('POST', '/change-password', { body, ...bearing(token) })
    expect([answer.status, answer.body.errors]).toMatchObject([
      422,
      [{ pointer: '/currentPassword', code: 'WRONG_PASSWORD' }],
    ])
    expect((await signsIn(email, password)).status).toBe(200)
    expect(mailsTo(email)).toEqual([])
  })
})

describe('the address of an account', () => {
  const changes = (token: string, newEmail: string) =>
    send('POST', '/change-email', { body: { newEmail }, ...bearing(token) })

  test('is changed when the old one confirmed it and the new one was verified', async () => {
    const { id, email, password, token } = await verified()
    const next = newcomer().email
    expect((await changes(token, next)).status).toBe(200)
    expect(mailsTo(next)).toEqual([])
    const [asked] = mailsTo(email)
    expect(asked?.text).toContain(next.toLowerCase())
    expect((await open(linkIn(asked?.text))).status).toBe(200)
    expect((await signsIn(next, password)).status).toBe(401)
    const link = linkIn(mailsTo(next)[0]?.text)
    expect((await open(link)).status).toBe(200)
    expect((await signsIn(next, password)).status).toBe(200)
    expect((await signsIn(email, password)).status).toBe(401)
    expect((await open(link)).body.code).toBe('LINK_NOT_VALID')
    expect(await kindsOf(id)).toContain('email-changed')
  })

  test('is not changed to that of another, and the answer does not tell', async () => {
    const [one, other] = [await verified(), await verified()]
    const [taken, free] = [await changes(one.token, other.email), await changes(one.token, newcomer().email)]
    expect(shape(taken)).toEqual(shape(free))
    expect([mailsTo(other.email).length, mailsTo(one.email).length]).toEqual([0, 1])
  })

  test('is not changed to one that was taken meanwhile', async () => {
    const { email, token } = await verified()
    const next = newcomer().email
    await changes(token, next)
    await open(linkIn(mailsTo(email)[0]?.text))
    const link = linkIn(mailsTo(next)[0]?.text)
    await signedUp({ email: next })
    const answer = await open(link)
    expect([answer.status, answer.body.code]).toEqual([409, 'CONFLICT'])
  })

  test('is not changed by a session that began more than ten minutes ago', async () => {
    const { id, token } = await verified()
    await db.rows(`update auth_sessions set created_at = now() - interval '11 minutes' where user_id = $1`, [id])
    const answer = await changes(token, newcomer().email)
    expect([answer.status, answer.body.code]).toEqual([401, 'FRESH_SIGN_IN_NEEDED'])
  })

  test('is not changed by a link that was asked for before the password was replaced', async () => {
    const { email, password, token } = await signedUp()
    const intruders = newcomer().email
    await changes(token, intruders)
    await asksReset(email)
    await resets(codeIn(mailsTo(email).at(-1)?.text), 'a new password')
    await db.rows(`update auth_accounts set updated_at = updated_at + interval '2 seconds'`)
    const answer = await open(linkIn(mailsTo(intruders)[0]?.text))
    expect([answer.status, answer.body.code]).toEqual([400, 'LINK_NOT_VALID'])
    expect((await signsIn(intruders, password)).status).toBe(401)
    expect((await signsIn(email, 'a new password')).status).toBe(200)
  })

  test('is not changed to itself', async () => {
    const { email, token } = await signedUp()
    expect((await changes(token, email)).status).toBe(422)
  })
})

test('a deployment without mails says so to everybody alike, and signs people up', async () => {
  const silent = testEnvironment(settings)
  const at = serveAccounts(() => silent)
  const account = newcomer()
  const { status, body } = await send('POST', '/sign-up/email', { body: account, at })
  expect(status).toBe(200)
  const answers = [
    await send('POST', '/request-password-reset', { body: { email: account.email }, at }),
    await send('POST', '/request-password-reset', { body: { email: newcomer().email }, at }),
    await send('POST', '/send-verification-email', { body: { email: account.email }, at }),
    await send('POST', '/change-email', { body: { newEmail: newcomer().email }, at, ...bearing(body.token) }),
  ]
  for (const answer of answers) expect([answer.status, answer.body.code]).toEqual([501, 'MAIL_NOT_CONFIGURED'])
})
