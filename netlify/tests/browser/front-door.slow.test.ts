import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { browserTest, openBrowser } from '#tests/support/browser.js'
import { testDatabase } from '#tests/support/database.js'
import { servePages, servePagesWithProxy } from '#tests/support/page-servers.js'
import { serveFunctions } from '#tests/support/served.js'

const database = await testDatabase('library')
const api = await serveFunctions(database.url)
const pages = await servePages()
const proxied = await servePagesWithProxy(api)
const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8')

/** Somebody who has no account yet, and the set that they will log. */
const story = () => ({
  email: `${randomUUID()}@example.com`,
  sessionId: randomUUID(),
  exerciseId: randomUUID(),
  setKey: randomUUID(),
})

type Story = ReturnType<typeof story> & { readonly origin: string }

/** Signs up, trains one set, and sends it twice; written with `fetch` alone, so that it runs in a page as in Node. */
async function train({ origin, email, sessionId, exerciseId, setKey }: Story) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: answer.status, headers: answer.headers, body: JSON.parse((await answer.text()) || 'null') }
  }
  const account = { email, password: 'correct horse battery', name: 'Ada', timeZone }
  const signedUp = await send('POST', '/auth/sign-up/email', account)
  const bearer = { authorization: `Bearer ${signedUp.body.accessToken}` }
  const date = new Intl.DateTimeFormat('en-CA').format(new Date())
  const session = { id: sessionId, date, exercises: [{ id: exerciseId, exercise: 'push-up' }] }
  const planned = await send('POST', '/sessions', session, bearer)
  await send('POST', `/sessions/${sessionId}/start`, undefined, bearer)
  const sets = `/sessions/${sessionId}/exercises/${exerciseId}/sets`
  const keyed = { ...bearer, 'idempotency-key': setKey }
  const set = await send('POST', sets, { reps: 8, rpe: 8 }, keyed)
  const again = await send('POST', sets, { reps: 8, rpe: 8 }, keyed)
  return {
    timeZone: signedUp.body.user?.timeZone === timeZone,
    isToday: planned.body.isToday,
    statuses: [signedUp.status, planned.status, set.status, again.status],
    readable: [planned.headers.get('location'), set.headers.get('etag'), again.headers.get('idempotent-replayed')],
  }
}

const trained = (sessionId: string) => ({
  timeZone: true,
  isToday: true,
  statuses: [200, 201, 201, 201],
  readable: [`/api/v1/sessions/${sessionId}`, expect.stringMatching(/^"1\./), 'true'],
})

/** Opens a page of an origin, with nothing of another test. */
async function pageOf(origin: string) {
  const page = await (await (await openBrowser()).newContext({ timezoneId: 'America/Los_Angeles' })).newPage()
  await page.goto(origin)
  return page
}

// each page loads in a browser that is new, on a machine that is busy with other tests
vi.setConfig({ testTimeout: 60_000 })

// sign-ups from one address are limited, and all of these come from this machine
beforeEach(() => database.rows('delete from auth_rate_limits').then(() => undefined))

describe('an athlete signs up and trains', () => {
  browserTest('from a page on another port of this machine', async () => {
    const mine = story()
    const page = await pageOf(`http://localhost:${pages}`)
    expect(await page.evaluate(train, { ...mine, origin: api })).toEqual(trained(mine.sessionId))
  })

  browserTest('from a page through the proxy of its development server', async () => {
    const mine = story()
    const page = await pageOf(`http://localhost:${proxied}`)
    expect(await page.evaluate(train, { ...mine, origin: '' })).toEqual(trained(mine.sessionId))
  })

  test('from a program in Node', async () => {
    const mine = story()
    expect(await train({ ...mine, origin: api })).toEqual(trained(mine.sessionId))
  })

  browserTest('by the five lines of the README', async () => {
    const lines = /```js\n(.*?)```/s.exec(readme)?.[1]?.replace('http://localhost:8888', api).trim().split('\n') ?? []
    expect(lines).toHaveLength(5)
    const page = await pageOf(`http://localhost:${pages}`)
    const athlete = await page.evaluate(`(async () => { ${lines.slice(0, -1).join('\n')}\n return ${lines.at(-1)} })()`)
    expect(athlete).toMatchObject({ name: 'Ada', timeZone: 'America/Los_Angeles' })
  })
})

describe('a page of another origin', () => {
  /** What a page tries: an account, what anybody may read, and an account in the form that needs no preflight. */
  const attempt = async ({ origin, email }: { readonly origin: string; readonly email: string }) => {
    const body = JSON.stringify({ email, password: 'correct horse battery', name: 'Eve', timeZone: 'UTC' })
    const signUp = `${origin}/api/v1/auth/sign-up/email`
    const tries = [
      () => fetch(signUp, { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
      () => fetch(`${origin}/api/v1/levels`),
      () => fetch(signUp, { method: 'POST', body }),
    ]
    const said = await Promise.all(
      tries.map((ask) =>
        ask().then(
          ({ status }) => `${status}`,
          ({ name }) => name,
        ),
      ),
    )
    const blind = await fetch(signUp, { method: 'POST', mode: 'no-cors', body })
    return [...said, `${blind.type} ${blind.status}`]
  }

  browserTest('reads nothing, and makes no account', async () => {
    const { email } = story()
    const page = await pageOf(`http://evil.localhost:${pages}`)
    const said = await page.evaluate(attempt, { origin: api, email })
    expect(said).toEqual(['TypeError', 'TypeError', 'TypeError', 'opaque 0'])
    expect(await database.rows('select 1 from users where email = $1', [email])).toEqual([])
  })

  test('is told in the network tab which setting would allow it', async () => {
    const origin = `http://evil.localhost:${pages}`
    const preflight = { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } }
    const signIn = {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ email: story().email, password: 'correct horse battery' }),
    }
    for (const init of [preflight, signIn]) {
      const refused = await fetch(`${api}/api/v1/auth/sign-in/email`, init)
      expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, null])
      expect(await refused.json()).toMatchObject({
        code: 'ORIGIN_NOT_ALLOWED',
        detail: expect.stringContaining('CORS_ORIGINS'),
      })
    }
  })
})
