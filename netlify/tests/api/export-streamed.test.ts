import { unzipSync } from 'fflate'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '#database/port.js'
import { servedOperations } from '#http/openapi/operations.js'
import { serve } from '#http/serve.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { testBaseUrl } from '#tests/support/tokens.js'

const api = await testApi()
let athlete: TestAthlete

/** Many small rows: how many there are is no reason to refuse them. */
const events = 26_000

beforeAll(async () => {
  athlete = await api.athlete()
  await api.db.rows(
    `insert into events (id, user_id, type, type_version, subject, occurred_at, recorded_at, request_id, payload)
    select gen_random_uuid(), $1, 'profile.changed', 1, 'n' || n, now(), now(), 'a-test', '{"fields":["name"]}'
    from generate_series(1, $2::integer) as n`,
    [athlete.id, events],
  )
})

type Watched = { readonly database: Database; readonly bytes: number[] }

/** A database that notes how many bytes each round trip brought, and fails at the one of this number. */
function watched({ failsAt = Number.POSITIVE_INFINITY } = {}): Watched {
  const bytes: number[] = []
  const noting = async <Result>(work: Promise<Result>): Promise<Result> => {
    const result = await work
    bytes.push(JSON.stringify(result).length)
    if (bytes.length === failsAt) throw new Error('the database is gone')
    return result
  }
  const { database } = api.db
  return {
    bytes,
    database: {
      query: (statement) => noting(database.query(statement)),
      batch: (statements, options) => noting(database.batch(statements, options)),
      close: () => database.close(),
    },
  }
}

type Failure = { readonly requestId: string; readonly error: unknown }

/** What the log has of failures so far. */
let failures: Failure[] = []

beforeEach(() => {
  failures = []
})

function exported({ database }: Pick<Watched, 'database'>, deadlineMs = 60_000): Promise<Response> {
  const { config, log } = api.environment
  const http = { ...config.http, deadlineMs }
  const noting = { ...log, failure: (requestId: string, error: unknown) => failures.push({ requestId, error }) }
  const environment = { ...api.environment, database, log: noting, config: { ...config, http } }
  const handle = serve(servedOperations, () => environment)
  const headers = { authorization: `Bearer ${athlete.token}` }
  return handle(new Request(`${testBaseUrl}/api/v1/me/export`, { headers }))
}

test('an export has every row once, in the order in which they came', async () => {
  const response = await exported(watched())
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
  const text = (name: string) => new TextDecoder().decode(files[name])
  const rows: { subject: string }[] = JSON.parse(text('json/events.json'))
  const ours = rows.filter(({ subject }) => /^n\d/.test(subject)).map(({ subject }) => subject)
  expect(ours).toEqual(Array.from({ length: events }, (_, n) => `n${n + 1}`))
  expect(text('csv/events.csv').split('\r\n')).toHaveLength(1 + rows.length + 1)
  expect(text('README.txt')).toContain(`events: ${rows.length}`)
}, 60_000)

test('an export begins after one round trip, and reads no further than it is taken', async () => {
  const watching = watched()
  const reader = (await exported(watching)).body?.getReader()
  const begun = watching.bytes.length
  expect((await reader?.read())?.value?.length).toBeGreaterThan(0)
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(watching.bytes.length - begun).toBeLessThan(3)
  await reader?.cancel()
  const after = watching.bytes.length
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(watching.bytes.length).toBe(after)
}, 60_000)

test('an export of many rows holds no more than a page of them at once', async () => {
  const watching = watched()
  const response = await exported(watching)
  const size = (await response.arrayBuffer()).byteLength
  expect(size).toBeGreaterThan(400_000)
  expect(watching.bytes.length).toBeGreaterThan(10)
  // a page, and the first pages of everything
  expect(Math.max(...watching.bytes)).toBeLessThan(700_000)
}, 60_000)

test('an export that fails in the middle breaks off', async () => {
  const response = await exported(watched({ failsAt: 6 }))
  expect(response.status).toBe(200)
  await expect(response.arrayBuffer()).rejects.toThrow()
}, 60_000)

test('what broke an export off is logged, once, with the id of the request', async () => {
  const response = await exported(watched({ failsAt: 6 }))
  expect(failures).toEqual([])
  await response.arrayBuffer().catch(() => undefined)
  expect(failures).toEqual([
    {
      requestId: response.headers.get('x-request-id'),
      error: expect.objectContaining({ message: 'the database is gone' }),
    },
  ])
}, 60_000)

test('a statement that fails at the server while an export is sent is logged as well', async () => {
  const response = await exported(api.db)
  const reader = response.body?.getReader()
  await reader?.read()
  const rest = async () => {
    while (!(await reader?.read())?.done);
  }
  await api.db.rows('alter table events rename to other_events')
  try {
    await expect(rest()).rejects.toThrow()
  } finally {
    await api.db.rows('alter table other_events rename to events')
  }
  expect(failures).toEqual([
    { requestId: response.headers.get('x-request-id'), error: expect.objectContaining({ name: 'DatabaseError' }) },
  ])
}, 60_000)

test('an export that is taken too slowly ends with the deadline, and not as if it were whole', async () => {
  const response = await exported(watched(), 2_000)
  expect(response.status).toBe(200)
  const reader = response.body?.getReader()
  await reader?.read()
  await new Promise((resolve) => setTimeout(resolve, 2_100))
  const rest = async () => {
    while (!(await reader?.read())?.done);
  }
  await expect(rest()).rejects.toThrow()
}, 60_000)
