import { servedOperations } from '#http/openapi/operations.js'
import { serve } from '#http/serve.js'
import { createCache } from '#infrastructure/cache/create-cache.js'
import { testEnvironment } from '#tests/support/environment.js'
import { lastingSeconds, testBaseUrl, testIssuer } from '#tests/support/tokens.js'
import { withClient } from '#tests/support/with-client.js'

const [concurrency, requestsPerRound, rounds] = [8, 400, 5]

type Send = (method: string, path: string, body?: unknown) => Promise<string>

/**
 * Measures the CPU of this process for each request of some operations, served in one process
 * against DATABASE_URL: a database of nobody's, with the library. The operations take turns; arguments name those that are
 * measured, and none means all: `npm run bench:pipeline -- 'my week'`.
 */
async function bench(): Promise<void> {
  const url = process.env.DATABASE_URL ?? ''
  const environment = testEnvironment({ DATABASE_URL: url, RATE_LIMIT_REQUESTS: '1000000' }, { validateAnswers: false })
  const cache = createCache({ ...environment.config.library, onOutage: console.error })
  const handle = serve(servedOperations, () => (cache ? { ...environment, cache } : environment))
  const wanted = process.argv.slice(2)
  const all = await operationsOf(senderOf(handle, await tokenOf(url)))
  const operations = all.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
  const measured = operations.map(({ name }) => ({ name, micros: [] as number[] }))
  for (let round = 0; round <= rounds; round += 1) {
    for (const [at, { ask }] of operations.entries()) {
      const micros = await cpuPerRequest(ask)
      // the first round only warms everything up
      if (round > 0) measured[at]?.micros.push(micros)
    }
  }
  for (const { name, micros } of measured) console.log(`${medianOf(micros).toFixed(0).padStart(6)} µs  ${name}`)
  await environment.database.close()
}

/** Makes an athlete in the database, and a token of theirs for every scope. */
async function tokenOf(url: string): Promise<string> {
  const issuer = await testIssuer(url, testBaseUrl)
  const email = `bench-${issuer.kid}@example.com`
  const { rows } = await withClient(url, (client) =>
    client.query<{ id: string }>(
      `with added as (insert into users (email, name, time_zone) values ($1, 'Ada', 'Europe/Berlin') returning id)
       insert into consents (user_id, purpose, given, changed_at, version)
       select id, 'health-data', true, now(), 1 from added
       returning user_id as id`,
      [email],
    ),
  )
  return issuer.issueToken({ sub: rows[0]?.id ?? null, expiresIn: lastingSeconds })
}

function senderOf(handle: ReturnType<typeof serve>, token: string): Send {
  return async (method, path, body) => {
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json', 'user-agent': 'bench' }
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    const json = body === undefined ? {} : { 'content-type': 'application/json' }
    const request = new Request(`${testBaseUrl}/api/v1${path}`, { method, headers: { ...headers, ...json }, ...sent })
    const response = await handle(request)
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return text
  }
}

type Measured = { readonly name: string; readonly ask: () => Promise<unknown> }

type Created = { readonly id: string; readonly exercises: readonly { readonly id: string }[] }

async function operationsOf(send: Send): Promise<readonly Measured[]> {
  let [day, logged] = [0, 0]
  /** Where sets are logged: in turn, so that no two requests at once change one session. */
  const places: string[] = []
  const create = async () => {
    day += 1
    // sessions of one day would be summed up together
    const date = new Date(Date.UTC(2024, 0, 1 + (day % 700))).toISOString().slice(0, 10)
    const exercises = ['push-up', 'pull-up', 'archer-push-up'].map((exercise) => ({ exercise }))
    return send('POST', '/sessions', { date, exercises })
  }
  const start = async () => {
    const { id, exercises }: Created = JSON.parse(await create())
    await send('POST', `/sessions/${id}/start`, {})
    return exercises.map((exercise) => `/sessions/${id}/exercises/${exercise.id}/sets`)
  }
  const logSet = (place = places[logged++ % places.length]) => send('POST', place ?? '', { reps: 8, rpe: 7.5 })
  const full = await start()
  for (const place of full) for (const _ of [1, 2, 3]) await logSet(place)
  for (let session = 0; session < 40; session += 1) places.push(...(await start()).slice(0, 1))
  return [
    { name: 'library list (kept)', ask: () => send('GET', '/exercises?category=Push&limit=20') },
    { name: 'exercise by slug (kept)', ask: () => send('GET', '/exercises/push-up') },
    { name: 'my week', ask: () => send('GET', '/me/weeks/current') },
    { name: 'session with sets', ask: () => send('GET', full[0]?.split('/exercises')[0] ?? '') },
    { name: 'create a session', ask: create },
    { name: 'log a set', ask: () => logSet() },
  ]
}

/** Microseconds of CPU for each request of a round. */
async function cpuPerRequest(ask: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      for (let sent = 0; sent < requestsPerRound / concurrency; sent += 1) await ask()
    }),
  )
  const { user, system } = process.cpuUsage(before)
  return (user + system) / requestsPerRound
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

await bench()
