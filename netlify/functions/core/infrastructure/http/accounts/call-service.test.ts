import { randomBytes, randomUUID } from 'node:crypto'
import { getMigrations } from 'better-auth/db/migration'
import { Pool } from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { accountService, serviceOptions } from '#infrastructure/auth/better-auth.js'
import { testDatabase } from '#tests/support/database.js'
import { testBaseUrl } from '#tests/support/tokens.js'
import { callService } from './call-service.js'
import { type AccountRouteName, accountRoutes } from './routes.js'

const database = await testDatabase()
const pool = new Pool({ connectionString: database.url, allowExitOnIdle: true })
const settings = {
  auth: { secret: 'a secret of more than 32 characters', baseUrl: testBaseUrl, issuers: [], providers: [] },
  http: { origins: { own: testBaseUrl, listed: ['https://app.example'], localToo: false } },
}
const service = accountService(pool, settings)
afterAll(() => pool.end())

/** An address that nobody attempted anything from. */
const freshAddress = () => `2001:db8:${randomBytes(2).toString('hex')}:${randomBytes(2).toString('hex')}::1`

/** What the answers have in common, as far as tests look at it. */
const Answer = z.looseObject({
  token: z.string().default(''),
  accessToken: z.string().optional(),
  user: z.looseObject({ id: z.string() }).default({ id: '' }),
})

type Ask = { headers?: Record<string, string>; clientAddress?: string }

async function ask(name: AccountRouteName, body?: unknown, { headers = {}, clientAddress }: Ask = {}) {
  const request = new Request(`${testBaseUrl}/anything`, { headers })
  const call = {
    route: accountRoutes[name],
    input: { body },
    request,
    clientAddress: clientAddress ?? freshAddress(),
    requestId: 'asked',
  }
  const response = await callService(service, call)
  return { response, answer: Answer.parse(await response.json()) }
}

const newcomer = () => ({
  email: `${randomUUID()}@example.com`,
  password: 'correct horse battery',
  name: 'Ada',
  timeZone: 'Europe/Berlin',
})

const withToken = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })

test('the account service and the schema have the same tables and columns', async () => {
  const { toBeCreated, toBeAdded, unsafeChanges, schemaProblems } = await getMigrations(serviceOptions(pool, settings))
  expect({ toBeCreated, toBeAdded, unsafeChanges, schemaProblems }).toEqual({
    toBeCreated: [],
    toBeAdded: [],
    unsafeChanges: [],
    schemaProblems: [],
  })
})

describe('the account service', () => {
  test('needs no origin from a script that sends the metadata of Node’s fetch', async () => {
    const { response } = await ask('signUp', newcomer(), { headers: { 'sec-fetch-mode': 'cors' } })
    expect(response.status).toBe(200)
  })

  test('refuses a browser on a foreign site', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
    await expect(ask('signUp', newcomer(), { headers })).rejects.toMatchObject({ code: 'ORIGIN_NOT_ALLOWED' })
  })

  test('makes an athlete, a session and an access token for 15 minutes on sign-up', async () => {
    const account = newcomer()
    const { answer } = await ask('signUp', account)
    expect(answer).toMatchObject({
      token: expect.any(String),
      accessToken: expect.stringMatching(/^eyJ/),
      expiresIn: 900,
      user: { email: account.email, name: 'Ada', timeZone: 'Europe/Berlin', emailVerified: false },
    })
    const [row] = await database.rows('select id, time_zone, units from users where email = $1', [account.email])
    expect(row).toEqual({ id: answer.user.id, time_zone: 'Europe/Berlin', units: 'metric' })
  })

  test('opens another session on sign-in', async () => {
    const account = newcomer()
    const first = await ask('signUp', account)
    const second = await ask('signIn', { email: account.email, password: account.password })
    expect(second.answer.user.id).toBe(first.answer.user.id)
    expect(second.answer.token).not.toBe(first.answer.token)
    expect(second.answer.accessToken).toMatch(/^eyJ/)
  })

  test('exchanges a session token for an access token until its owner signs out', async () => {
    const { answer } = await ask('signUp', newcomer())
    expect((await ask('token', undefined, withToken(answer.token))).answer.token).toMatch(/^eyJ/)
    await ask('signOut', {}, withToken(answer.token))
    await expect(ask('token', undefined, withToken(answer.token))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  test('hashes passwords, and lets nobody read a private key', async () => {
    const account = newcomer()
    await ask('signUp', account)
    const rows = await database.rows('select password from auth_accounts union all select private_key from auth_jwks')
    expect(rows.length).toBeGreaterThan(1)
    expect(JSON.stringify(rows)).not.toContain(account.password)
    expect(JSON.stringify(rows)).not.toMatch(/\\"d\\"/)
  })
})

describe('the account service refuses', () => {
  test('a wrong password and an unknown email address with the same answer', async () => {
    const account = newcomer()
    await ask('signUp', account)
    const wrong = ask('signIn', { email: account.email, password: 'not the password' })
    const unknown = ask('signIn', { email: newcomer().email, password: 'not the password' })
    const [first, second] = await Promise.allSettled([wrong, unknown])
    expect(first).toMatchObject({ status: 'rejected', reason: { code: 'WRONG_CREDENTIALS' } })
    expect(second).toEqual(first)
  })

  test('an email address that has an account', async () => {
    const account = newcomer()
    await ask('signUp', account)
    await expect(ask('signUp', account)).rejects.toMatchObject({
      code: 'CONFLICT',
      faults: [{ pointer: '/email', code: 'EMAIL_TAKEN' }],
    })
  })

  test('all but one of many sign-ups at once with one email address, and tells each why', async () => {
    const account = newcomer()
    const settled = await Promise.allSettled(Array.from({ length: 6 }, () => ask('signUp', account)))
    const refused = settled.filter((one) => one.status === 'rejected').map((one) => one.reason.code)
    expect(refused).toEqual(Array(5).fill('CONFLICT'))
    expect(await database.rows('select 1 from users where email = $1', [account.email])).toHaveLength(1)
  })

  test('a fourth attempt from one address within ten seconds, and says when to try again', async () => {
    const body = { email: newcomer().email, password: 'not the password' }
    const clientAddress = freshAddress()
    const attempts = []
    for (let attempt = 0; attempt < 4; attempt += 1) {
      attempts.push(await ask('signIn', body, { clientAddress }).catch((refusal: unknown) => refusal))
    }
    expect(attempts.slice(0, 3)).toEqual(Array(3).fill(expect.objectContaining({ code: 'WRONG_CREDENTIALS' })))
    expect(attempts[3]).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) })
  })

  test('origins that are not configured', async () => {
    const body = newcomer()
    const from = (origin: string) => ask('signUp', body, { headers: { origin } })
    await expect(from('https://evil.example')).rejects.toMatchObject({ code: 'ORIGIN_NOT_ALLOWED' })
    expect((await from('https://app.example')).answer.token).toBeDefined()
  })

  test('a forged session token', async () => {
    const { answer } = await ask('signUp', newcomer())
    const forged = `${answer.token.slice(0, -1)}${answer.token.endsWith('a') ? 'b' : 'a'}`
    await expect(ask('token', undefined, withToken(forged))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })
})

describe('deleting an account', () => {
  test('needs the password once more', async () => {
    const { answer } = await ask('signUp', newcomer())
    const wrong = ask('deleteAccount', { password: 'not the password' }, withToken(answer.token))
    await expect(wrong).rejects.toMatchObject({ code: 'INVALID_INPUT', faults: [{ pointer: '/password' }] })
    expect(await database.rows('select 1 from users where id = $1', [answer.user.id])).toHaveLength(1)
  })

  test('deletes everything of the athlete except the tombstone', async () => {
    const account = newcomer()
    const { answer } = await ask('signUp', account)
    await database.rows('insert into workout_sessions (user_id, session_date) values ($1, current_date)', [
      answer.user.id,
    ])
    await ask('deleteAccount', { password: account.password }, withToken(answer.token))
    // a backup from before, restored, goes by it to erase them again
    expect(await traces(answer.user.id)).toEqual(['erasure_tombstones'])
    await expect(ask('signIn', { email: account.email, password: account.password })).rejects.toMatchObject({
      code: 'WRONG_CREDENTIALS',
    })
  })
})

/** The tables that still hold a row of the athlete, among all that have a column for one. */
async function traces(userId: string): Promise<string[]> {
  const tables = await database.rows<{ table_name: string }>(
    `select table_name from information_schema.columns
     join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and column_name = 'user_id' and table_type = 'BASE TABLE' order by table_name`,
  )
  expect(tables.length).toBeGreaterThan(4)
  const found = await Promise.all(
    tables.map(async ({ table_name: table }) => {
      const rows = await database.rows(`select 1 from "${table}" where user_id = $1`, [userId])
      return rows.length > 0 ? [table] : []
    }),
  )
  return found.flat()
}
