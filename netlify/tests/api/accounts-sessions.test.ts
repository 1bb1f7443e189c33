import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { accountApi, bearing, newcomer } from '#tests/support/account-api.js'
import { testDatabase } from '#tests/support/database.js'
import { testEnvironment } from '#tests/support/environment.js'

const db = await testDatabase()
const environment = testEnvironment({ DATABASE_URL: db.url })
const send = accountApi(() => environment)

const Listed = z.object({ data: z.array(z.looseObject({ id: z.string(), isCurrent: z.boolean() })) })

/** Somebody with a phone and a watch: two sessions. */
async function withTwoDevices() {
  const account = newcomer()
  const { email, password } = account
  const { body } = await send('POST', '/sign-up/email', { body: account, headers: { 'user-agent': 'Phone' } })
  const watch = await send('POST', '/sign-in/email', { body: { email, password }, headers: { 'user-agent': 'Watch' } })
  return { id: body.user.id, phone: body.token, watch: watch.body.token }
}

const opens = async (token: string) => (await send('GET', '/token', bearing(token))).status === 200
const ends = (token: string, which: string) => send('POST', `/sessions/${which}`, bearing(token))

async function listed(token: string) {
  const { status, text } = await send('GET', '/sessions', bearing(token))
  expect(status, text).toBe(200)
  return { text, sessions: Listed.parse(JSON.parse(text)).data }
}

describe('the list of sessions', () => {
  test('names each device, says which one asks, and shows neither a token nor its hash', async () => {
    const { id, phone, watch } = await withTwoDevices()
    const { text, sessions } = await listed(phone)
    expect(sessions.map(({ userAgent, isCurrent }) => [userAgent, isCurrent])).toEqual([
      ['Watch', false],
      ['Phone', true],
    ])
    const rows = await db.rows<{ token: string }>('select token from auth_sessions where user_id = $1', [id])
    for (const secret of [phone, watch, ...rows.map(({ token }) => token)]) expect(text).not.toContain(secret)
  })

  test('is refused without a session', async () => {
    expect((await send('GET', '/sessions')).status).toBe(401)
    expect((await ends('not-a-token', 'end-all')).status).toBe(401)
  })
})

describe('ending', () => {
  test('one session of a list leaves the other, and is answered alike when it is repeated', async () => {
    const { id, phone, watch } = await withTwoDevices()
    const other = (await listed(phone)).sessions.find(({ isCurrent }) => !isCurrent)?.id
    const answers = [await ends(phone, `${other}/end`), await ends(phone, `${other}/end`)]
    expect(answers.map(({ status, text }) => [status, text])).toEqual([
      [200, '{"ended":1}'],
      [200, '{"ended":0}'],
    ])
    expect([await opens(phone), await opens(watch)]).toEqual([true, false])
    const noted = await db.rows('select kind from security_log where user_id = $1 order by id', [id])
    expect(noted.map(({ kind }) => kind)).toEqual(['signed-up', 'signed-in', 'sessions-ended'])
  })

  test('the session of somebody else ends nothing, and tells nothing', async () => {
    const [one, other] = [await withTwoDevices(), await withTwoDevices()]
    const theirs = (await listed(other.phone)).sessions[0]?.id
    expect((await ends(one.phone, `${theirs}/end`)).text).toBe('{"ended":0}')
    expect([await opens(other.phone), await opens(other.watch)]).toEqual([true, true])
  })

  test('all others leaves the one that asks', async () => {
    const [mine, other] = [await withTwoDevices(), await withTwoDevices()]
    expect((await ends(mine.watch, 'end-others')).text).toBe('{"ended":1}')
    expect([await opens(mine.phone), await opens(mine.watch), await opens(other.phone)]).toEqual([false, true, true])
  })

  test('all leaves none, and takes the cookie away', async () => {
    const { phone, watch } = await withTwoDevices()
    const answer = await ends(phone, 'end-all')
    expect(answer.text).toBe('{"ended":2}')
    expect(answer.headers.get('set-cookie')).toMatch(/session_token=;.*Max-Age=0/)
    expect([await opens(phone), await opens(watch)]).toEqual([false, false])
  })
})
