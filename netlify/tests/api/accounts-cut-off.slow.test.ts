import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { accountApi, bearing, newcomer } from '#tests/support/account-api.js'
import { testDatabase } from '#tests/support/database.js'
import { testEnvironment } from '#tests/support/environment.js'
import { startTcpProxy } from '#tests/support/tcp-proxy.js'

const db = await testDatabase()
const proxy = await startTcpProxy(db.url)
afterAll(() => proxy.close())
const environment = testEnvironment({ DATABASE_URL: proxy.url })
const send = accountApi(() => environment)

/** Sends a request, and loses the answer to about the given message to the database. */
async function cutAt<Answer>(message: number, work: () => Promise<Answer>): Promise<Answer> {
  const from = proxy.exchanges()
  const watch = setInterval(() => {
    if (proxy.exchanges() - from < message) return
    clearInterval(watch)
    proxy.failNext('cut answer')
  }, 0)
  return work().finally(() => clearInterval(watch))
}

test('a sign-up whose connection is lost anywhere is no 500, and goes on under its key', async () => {
  await send('POST', '/sign-up/email', { body: newcomer() })
  const seen = new Set<string>()
  for (let message = 0; message < 14; message += 1) {
    const account = newcomer()
    const sent = { body: account, headers: { 'idempotency-key': randomUUID() } }
    const signUp = () => send('POST', '/sign-up/email', sent)
    const first = await cutAt(message, signUp)
    const committed = await db.rows('select from users where email = lower($1)', [account.email])
    const again = await signUp()
    // the loss may meet the repeat instead
    const last = again.status === 503 ? await signUp() : again
    expect([200, 503], first.text).toContain(first.status)
    expect([last.status, last.headers.has('idempotent-replayed')], last.text).toEqual([200, committed.length === 1])
    seen.add(`${first.status}, ${committed.length} account`)
  }
  expect(seen.size, [...seen].join('; ')).toBeGreaterThan(1)
}, 60_000)

test('a session whose connection is lost is 503, and never one that has ended', async () => {
  const { body } = await send('POST', '/sign-up/email', { body: newcomer() })
  const seen = new Set<number>()
  for (let message = 0; message < 8; message += 1) {
    for (const path of ['/token', '/get-session']) {
      const answer = await cutAt(message, () => send('GET', path, bearing(body.token)))
      expect([200, 503], `${path}: ${answer.text}`).toContain(answer.status)
      expect(answer.text).not.toBe('null')
      seen.add(answer.status)
    }
  }
  expect(seen).toContain(503)
}, 60_000)
