import { describe, expect, test } from 'vitest'
import { accountApi, bearing, newcomer } from '#tests/support/account-api.js'
import { testDatabase } from '#tests/support/database.js'
import { testEnvironment } from '#tests/support/environment.js'

const db = await testDatabase()
const environment = testEnvironment({ DATABASE_URL: db.url })
const send = accountApi(() => environment)

/** Each guess comes from an address of its own. */
const guess = (email: string, password = 'not the one') => send('POST', '/sign-in/email', { body: { email, password } })
const statusesOf = (answers: readonly { status: number }[]) => answers.map(({ status }) => status).sort()
const tries = (count: number) => Array.from({ length: count })

/** Lets time pass for every count. */
const passes = (minutes: number) =>
  db.rows('update auth_rate_limits set last_request = last_request - $1', [minutes * 60_000])

/** Lets as many guesses have been made. */
const countsAre = (count: number) =>
  db.rows(`update auth_rate_limits set count = $1 where key like 'password:%'`, [count])

describe('guesses at a password', () => {
  test.each([
    ['an account', true],
    ['an address without one', false],
  ])('from many addresses at once are no more than ten, for %s', async (_, isThere) => {
    const account = newcomer()
    if (isThere) await send('POST', '/sign-up/email', { body: account })
    const answers = await Promise.all(tries(14).map(() => guess(account.email)))
    expect(statusesOf(answers)).toEqual([...Array(10).fill(401), ...Array(4).fill(429)])
    const refused = await guess(account.email.toUpperCase(), account.password)
    expect([refused.status, refused.body.code]).toEqual([429, 'RATE_LIMITED'])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(14 * 60)
    await passes(15)
    expect((await guess(account.email)).status).toBe(401)
  })

  test('are forgotten by a right one', async () => {
    const account = newcomer()
    await send('POST', '/sign-up/email', { body: account })
    expect((await guess(account.email)).status).toBe(401)
    await countsAre(9)
    expect((await guess(account.email, account.password)).status).toBe(200)
    expect((await guess(account.email)).status).toBe(401)
  })

  test('go on with those at the erasure of the account, and count for it alone', async () => {
    const [account, other] = [newcomer(), newcomer()]
    const { body } = await send('POST', '/sign-up/email', { body: account })
    const erase = () => send('POST', '/delete-user', { body: { password: 'not the one' }, ...bearing(body.token) })
    expect([(await guess(account.email)).status, (await erase()).status]).toEqual([401, 422])
    await countsAre(9)
    expect([(await erase()).status, (await erase()).status, (await guess(account.email)).status]).toEqual([
      422, 429, 429,
    ])
    expect((await guess(other.email)).status).toBe(401)
  })

  test('leave no email address in the database', async () => {
    const { email } = newcomer()
    await guess(email)
    const rows = await db.rows('select key from auth_rate_limits')
    expect(JSON.stringify(rows)).toContain('password:')
    expect(JSON.stringify(rows).toLowerCase()).not.toContain(email.toLowerCase())
  })
})
