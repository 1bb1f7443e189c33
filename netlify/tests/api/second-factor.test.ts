import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { accountApi, bearing, newcomer } from '#tests/support/account-api.js'
import { testDatabase } from '#tests/support/database.js'
import { testEnvironment } from '#tests/support/environment.js'
import { testBaseUrl } from '#tests/support/tokens.js'
import { codeOf } from '#tests/support/totp.js'

const db = await testDatabase()
const environment = testEnvironment({ DATABASE_URL: db.url })
const send = accountApi(() => environment)

const SetUp = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()).length(10) })
const Needed = z.object({ twoFactor: z.object({ challenge: z.string(), methods: z.array(z.string()) }) })

/** Somebody whose account asks for a code after the password. */
async function guarded() {
  const account = newcomer()
  const { password } = account
  const { body } = await send('POST', '/sign-up/email', { body: account })
  const setUp = await send('POST', '/two-factor/enable', { body: { password }, ...bearing(body.token) })
  const { totpURI, backupCodes } = SetUp.parse(setUp.body)
  const confirmation = { body: { code: codeOf(totpURI) }, ...bearing(body.token) }
  const on = await send('POST', '/two-factor/confirm-totp', confirmation)
  expect(on.status, on.text).toBe(200)
  return { account, totpURI, backupCodes, former: body.token, token: on.body.token }
}

const byPassword = ({ email, password }: { email: string; password: string }) =>
  send('POST', '/sign-in/email', { body: { email, password } })

const challenged = async (account: { email: string; password: string }) =>
  Needed.parse((await byPassword(account)).body).twoFactor.challenge

const byCode = (challenge: string, code: string) =>
  send('POST', '/two-factor/verify-totp', { body: { challenge, code } })
const byBackupCode = (challenge: string, code = '') =>
  send('POST', '/two-factor/verify-backup-code', { body: { challenge, code } })

/** Lets time pass for every count of attempts. */
const passes = (minutes: number) =>
  db.rows('update auth_rate_limits set last_request = last_request - $1', [minutes * 60_000])

describe('a second factor', () => {
  test('is asked for after the password, without a token or a cookie, and a code of the app opens', async () => {
    const { account, totpURI, former, token } = await guarded()
    const asked = await byPassword(account)
    expect([asked.status, asked.headers.getSetCookie(), Object.keys(JSON.parse(asked.text))]).toEqual([
      202,
      [],
      ['twoFactor'],
    ])
    const { challenge, methods } = Needed.parse(asked.body).twoFactor
    expect(methods).toEqual(['totp', 'backup-code'])
    const opened = await byCode(challenge, codeOf(totpURI, 1))
    expect(opened.body.user).toMatchObject({ twoFactorEnabled: true })
    const asks = new Request(testBaseUrl, bearing(opened.body.accessToken))
    expect(await environment.authenticate(asks, { requestId: 'asked', now: new Date() })).not.toBeNull()
    // turning it on opened another session in the place of the first
    expect((await send('GET', '/token', bearing(former))).status).toBe(401)
    expect((await send('GET', '/token', bearing(token))).status).toBe(200)
    expect((await byCode(challenge, codeOf(totpURI, 1))).body.code).toBe('UNAUTHENTICATED')
  })

  test('takes each code once, also of two sign-ins at the same time', async () => {
    const { account, totpURI } = await guarded()
    const challenges = [await challenged(account), await challenged(account)]
    const code = codeOf(totpURI, 1)
    const answers = await Promise.all(challenges.map((challenge) => byCode(challenge, code)))
    expect(answers.map(({ status }) => status).sort(), JSON.stringify(answers)).toEqual([200, 422])
    expect(answers.flatMap(({ body }) => body.errors)).toMatchObject([{ pointer: '/code', code: 'CODE_USED' }])
  })

  test('takes each backup code once, also of two sign-ins at the same time', async () => {
    const { account, backupCodes } = await guarded()
    const challenges = [await challenged(account), await challenged(account)]
    const answers = await Promise.all(challenges.map((challenge) => byBackupCode(challenge, backupCodes[0])))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const again = await byBackupCode(await challenged(account), backupCodes[0])
    expect(again.body.errors).toMatchObject([{ pointer: '/code', code: 'WRONG_CODE' }])
  })

  test('is not guessed by many requests at once, and then is refused for a quarter of an hour', async () => {
    const { account, totpURI } = await guarded()
    const challenge = await challenged(account)
    const guesses = await Promise.all(Array.from({ length: 14 }, () => byCode(challenge, '000000')))
    const statuses = guesses.map(({ status }) => status)
    expect(statuses.filter((status) => status === 422).length, String(statuses)).toBeLessThanOrEqual(5)
    expect(statuses.filter((status) => status === 429).length, String(statuses)).toBeGreaterThanOrEqual(4)
    const right = await byCode(await challenged(account), codeOf(totpURI, 1))
    expect([right.status, Number(right.headers.get('retry-after')) > 14 * 60]).toEqual([429, true])
    await passes(15)
    expect((await byCode(await challenged(account), codeOf(totpURI, 1))).status).toBe(200)
  })

  test('is turned off, and its backup codes are made anew, by the password alone', async () => {
    const { account, token, backupCodes } = await guarded()
    const wrong = { body: { password: 'not the password' }, ...bearing(token) }
    for (const path of ['/two-factor/disable', '/two-factor/generate-backup-codes', '/two-factor/enable']) {
      expect((await send('POST', path, wrong)).status, path).toBe(422)
    }
    const right = { body: { password: account.password }, ...bearing(token) }
    expect((await send('POST', '/two-factor/enable', right)).body.code).toBe('CONFLICT')
    expect((await send('POST', '/two-factor/generate-backup-codes', right)).status).toBe(200)
    expect((await byBackupCode(await challenged(account), backupCodes[0])).status).toBe(422)
    const off = await send('POST', '/two-factor/disable', right)
    expect(off.body.user).toMatchObject({ twoFactorEnabled: false })
    expect((await byPassword(account)).status).toBe(200)
  })

  test('is not on before a first code, and its challenge cannot be made up', async () => {
    const account = newcomer()
    const { body } = await send('POST', '/sign-up/email', { body: account })
    await send('POST', '/two-factor/enable', { body: { password: account.password }, ...bearing(body.token) })
    expect((await byPassword(account)).status).toBe(200)
    const [challenge] = ['2fa-Vb3kqTz0XyLwEo1RnUsa.5tq2fFv0mX1yWb8xVQmS2m6Qm0J7p4kq1C9rYb3nZt8=']
    expect((await byCode(challenge ?? '', '123456')).status).toBe(401)
    // whoever is signed in is nobody to a challenge
    const signedIn = { body: { challenge, code: '123456' }, ...bearing(body.token) }
    expect((await send('POST', '/two-factor/verify-totp', signedIn)).status).toBe(401)
  })

  test('lies in the database encrypted, and challenges as digests', async () => {
    const { account, backupCodes } = await guarded()
    const challenge = await challenged(account)
    const rows = JSON.stringify(
      await db.rows('select to_json(t) from auth_two_factors t union all select to_json(v) from auth_verifications v'),
    )
    for (const secret of [challenge.split('.')[0] ?? challenge, ...backupCodes]) expect(rows).not.toContain(secret)
  })
})
