import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { serveAccounts } from '#http/accounts/serve-accounts.js'
import { accountApi, bearing, newcomer } from '#tests/support/account-api.js'
import { testDatabase } from '#tests/support/database.js'
import { testEnvironment } from '#tests/support/environment.js'

const db = await testDatabase()
const environment = testEnvironment({ DATABASE_URL: db.url })
const send = accountApi(() => environment)

const under = (key: string) => ({ headers: { 'idempotency-key': key } })
const signUp = (body: unknown, key: string, more = {}) =>
  send('POST', '/sign-up/email', { body, ...under(key), ...more })
const accountsOf = ({ email }: { email: string }) => db.rows('select from users where email = lower($1)', [email])
const opens = async (token: string) => (await send('GET', '/token', bearing(token))).status === 200

describe('a sign-up that is repeated under its key', () => {
  test('answers as the first did, with a session that opens, and makes one account', async () => {
    const [account, key] = [newcomer(), randomUUID()]
    const first = await signUp(account, key)
    const second = await signUp({ ...account, email: account.email.toUpperCase() }, key)
    expect([first.status, second.status], second.text).toEqual([200, 200])
    expect(first.headers.get('idempotent-replayed')).toBeNull()
    expect(second.headers.get('idempotent-replayed')).toBe('true')
    expect(Object.keys(second.body).sort()).toEqual(Object.keys(first.body).sort())
    expect(second.body.user).toEqual(first.body.user)
    expect(second.headers.get('set-cookie')).toContain(second.body.token)
    expect([await opens(first.body.token), await opens(second.body.token)]).toEqual([true, true])
    expect(await accountsOf(account)).toHaveLength(1)
  })

  test('answers alike when both run at once', async () => {
    const [account, key] = [newcomer(), randomUUID()]
    const answers = await Promise.all([signUp(account, key), signUp(account, key), signUp(account, key)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(answers.filter(({ headers }) => headers.has('idempotent-replayed'))).toHaveLength(2)
    expect(new Set(answers.map(({ body }) => body.user.id)).size).toBe(1)
    expect(await accountsOf(account)).toHaveLength(1)
  })

  test.each([
    ['password', { password: 'another horse battery' }],
    ['name', { name: 'Grace' }],
    ['time zone', { timeZone: 'Asia/Tokyo' }],
  ])('is refused with another %s', async (_, changed) => {
    const [account, key] = [newcomer(), randomUUID()]
    await signUp(account, key)
    const answer = await signUp({ ...account, ...changed }, key)
    expect([answer.status, answer.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED'])
  })

  test('notes in the security log when its password is another', async () => {
    const [account, key] = [newcomer(), randomUUID()]
    const { body } = await signUp(account, key)
    await signUp({ ...account, password: 'another horse battery' }, key)
    const noted = await db.rows('select kind from security_log where user_id = $1 order by id', [body.user.id])
    expect(noted).toEqual([{ kind: 'signed-up' }, { kind: 'sign-in-failed' }])
  })

  test('is a taken address under another key, or without one', async () => {
    const [account, key] = [newcomer(), randomUUID()]
    await signUp(account, key)
    const other = await signUp(account, randomUUID())
    const none = await send('POST', '/sign-up/email', { body: account })
    expect([other.status, none.status]).toEqual([409, 409])
    expect(other.body.errors).toMatchObject([{ pointer: '/email', code: 'EMAIL_TAKEN' }])
  })

  test('tells nothing about the key of somebody else', async () => {
    const key = randomUUID()
    await signUp(newcomer(), key)
    const answer = await signUp(newcomer(), key)
    expect([answer.status, answer.headers.get('idempotent-replayed')]).toEqual([200, null])
  })

  test('keeps neither the key nor the password, and no fast hash of the password', async () => {
    const [account, key] = [newcomer(), randomUUID()]
    const { body } = await signUp(account, key)
    const [row] = await db.rows('select * from auth_accounts where user_id = $1', [body.user.id])
    expect(row).toMatchObject({ sign_up_key: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(JSON.stringify(row)).not.toContain(key)
    const [again] = [await signUp({ ...newcomer(), password: account.password }, randomUUID())]
    const [other] = await db.rows('select * from auth_accounts where user_id = $1', [again.body.user.id])
    expect(other?.sign_up_body).not.toBe(row?.sign_up_body)
  })

  test('is known by its key alone, whatever else a caller sends', async () => {
    const account = newcomer()
    const forged = { 'x-calistheniq-sign-up-record': JSON.stringify({ signUpKey: 'k', signUpBody: 'b' }) }
    const { body } = await send('POST', '/sign-up/email', { body: account, headers: forged })
    const recorded = 'select sign_up_key as key, sign_up_body as body from auth_accounts where user_id = $1'
    expect(await db.rows(recorded, [body.user.id])).toEqual([{ key: null, body: null }])
  })

  test('a malformed key is refused', async () => {
    const answer = await signUp(newcomer(), 'two words')
    expect([answer.status, answer.body.code]).toEqual([400, 'MALFORMED_REQUEST'])
  })
})

test('the other requests of an account may be repeated without a key, as their document says', async () => {
  const account = newcomer()
  const { body } = await send('POST', '/sign-up/email', { body: account })
  const signOut = () => send('POST', '/sign-out', { body: {}, ...bearing(body.token) })
  const [first, again] = [await signOut(), await signOut()]
  expect([first.status, first.text]).toEqual([again.status, again.text])
  const { email, password } = account
  const [one, other] = [0, 1].map(() => send('POST', '/sign-in/email', { body: { email, password } }))
  const tokens = [(await one)?.body.token ?? '', (await other)?.body.token ?? '']
  expect(await Promise.all(tokens.map(opens))).toEqual([true, true])
  const erase = () => send('POST', '/delete-user', { body: { password }, ...bearing(tokens[0] ?? '') })
  expect([(await erase()).status, (await erase()).status]).toEqual([200, 401])
})

describe('with a signing key that the secret does not open', () => {
  const changed = testEnvironment({ DATABASE_URL: db.url, AUTH_SECRET: 'another secret, which is long enough too' })
  const withChanged = { at: serveAccounts(() => changed) }

  test('nothing is committed: sign-up, sign-in and the exchange of tokens are 503', async () => {
    const account = newcomer()
    const { body } = await send('POST', '/sign-up/email', { body: account })
    const fresh = newcomer()
    const answers = [
      await send('POST', '/sign-up/email', { body: fresh, ...withChanged }),
      await send('POST', '/sign-in/email', {
        body: { email: account.email, password: account.password },
        ...withChanged,
      }),
      await send('GET', '/token', { ...bearing(body.token), ...withChanged }),
    ]
    for (const answer of answers) {
      expect([answer.status, answer.body.code, answer.headers.get('retry-after')]).toEqual([
        503,
        'SERVICE_UNAVAILABLE',
        '60',
      ])
      expect(answer.body.detail).toContain('cannot be opened with the secret')
    }
    expect(await accountsOf(fresh)).toEqual([])
    expect(await db.rows('select from auth_sessions where user_id = $1', [body.user.id])).toHaveLength(1)
  })
})
