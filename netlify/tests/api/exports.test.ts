import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#database/connection.js'
import { Scope } from '#domain/account/principal.js'
import { servedOperations } from '#http/openapi/operations.js'
import { serve } from '#http/serve.js'
import { cleanUp } from '#orchestration/housekeeping/clean-up.js'
import { makeExports } from '#orchestration/privacy/make-exports.js'
import { entityScope } from '#orchestration/privacy/support/entity-scopes.js'
import { Entity } from '#queries/owned-entities.js'
import { clientOf, type TestAthlete, testApi } from '#tests/support/api.js'
import { inSmallParts, makeAllExports, unhurried } from '#tests/support/exports.js'
import { makeHistory } from '#tests/support/long-history.js'
import { expectStatus } from '#tests/support/session-api.js'
import { testBaseUrl } from '#tests/support/tokens.js'
import { withClient } from '#tests/support/with-client.js'

const api = await testApi()
const { db } = api

/** The tables of an account with a long history, by the name that an export gives them. */
const tables: Readonly<Record<string, string>> = {
  sessions: 'workout_sessions',
  'session-exercises': 'session_exercises',
  sets: 'exercise_set_logs',
  events: 'events',
}

const download = async ({ token }: Pick<TestAthlete, 'token'>, path: string) => {
  const response = await api.fetch(path, { headers: { authorization: `Bearer ${token}` } })
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) }
}

const begin = async (athlete: Pick<TestAthlete, 'post'>) => {
  const { body, headers } = expectStatus(await athlete.post('/me/exports'), 201)
  expect(headers.get('location')).toBe(`/api/v1/me/exports/${body.id}`)
  return `/me/exports/${body.id}`
}

type Row = Readonly<Record<string, unknown>>

/** Downloads every part, checks it, and puts the rows of each kind of thing together. */
async function unpacked(athlete: TestAthlete, path: string) {
  const { body } = expectStatus(await athlete.get(path), 200)
  const rows = new Map<string, Row[]>()
  const lines = new Map<string, number>()
  let readme = ''
  for (const { number, bytes, sha256, rows: count } of body.parts) {
    const { response, bytes: zip } = await download(athlete, `${path}/parts/${number}`)
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    expect([zip.length, createHash('sha256').update(zip).digest('hex')]).toEqual([bytes, sha256])
    let inPart = 0
    for (const [name, file] of Object.entries(unzipSync(zip))) {
      const text = strFromU8(file)
      const [, folder, entity = '', part] = /^(json|csv)\/([a-z-]+)\.(\d{3})\.\1$/.exec(name) ?? []
      if (name === 'README.txt') readme += text
      else expect(Number(part)).toBe(number)
      if (folder === 'csv') lines.set(entity, (lines.get(entity) ?? 0) + text.split('\r\n').length - 2)
      if (folder !== 'json') continue
      const list: Row[] = JSON.parse(text)
      inPart += list.length
      rows.set(entity, [...(rows.get(entity) ?? []), ...list])
    }
    expect(inPart).toBe(count)
  }
  return { export: body, rows, lines, readme }
}

const keyOf: Readonly<Record<string, string>> = { events: 'sequence' }

/** Compares the whole of an export with what the tables hold. */
async function expectWhole(athlete: TestAthlete, path: string) {
  const { export: made, rows, lines, readme } = await unpacked(athlete, path)
  for (const [entity, table] of Object.entries(tables)) {
    const key = keyOf[entity] ?? 'id'
    const stored = await db.rows<{ key: string }>(
      `select ${key}::text as key from ${table} where user_id = $1${entity === 'events' ? ` and type <> 'export.begun'` : ''}`,
      [athlete.id],
    )
    const exported = (rows.get(entity) ?? []).filter(({ type }) => type !== 'export.begun')
    const ids = exported.map((row) => String(row[key]))
    expect(new Set(ids).size, `${entity} twice`).toBe(ids.length)
    expect(ids.sort(), entity).toEqual(stored.map((one) => one.key).sort())
    expect(lines.get(entity), `lines of CSV of ${entity}`).toBe(rows.get(entity)?.length)
  }
  expect(made.rows).toBe([...rows.values()].reduce((sum, list) => sum + list.length, 0))
  expect(readme.match(/What CalisthenIQ holds of you/g)).toHaveLength(1)
  return made
}

const nothing = { part: 0, ready: 0, failed: 0, lost: 0 }
const endLeases = () => db.rows('update account_exports set claimed_until = now()')

/** Makes databases of one worker, which dies before or after it runs a statement for the first time. */
function mortals(name: string, when: 'before' | 'after') {
  let isDead = false
  const dying = async <Result>(names: readonly string[], run: () => Promise<Result>): Promise<Result> => {
    isDead ||= when === 'before' && names.includes(name)
    if (isDead) throw new Error('the worker died')
    const result = await run()
    isDead = names.includes(name)
    if (isDead) throw new Error('the worker died')
    return result
  }
  return (database: Database): Database => ({
    ...database,
    query: (statement) => dying([statement.name], () => database.query(statement)),
    batch: (statements, options) =>
      dying(
        statements.map((statement) => statement.name),
        () => database.batch(statements, options),
      ),
  })
}

const making = { operator: db.operator(), athlete: db.athlete, settleSeconds: 0, limits: unhurried }

describe('a large account', () => {
  const sessions = 700
  let athlete: TestAthlete

  beforeAll(async () => {
    athlete = await api.athlete()
    await makeHistory(db.rows, athlete.id, { sessions })
  }, 120_000)

  test('is streamed whole by GET /me/export', async () => {
    const { config } = api.environment
    const unhurriedConfig = { ...config, http: { ...config.http, deadlineMs: 60_000 } }
    const handle = serve(servedOperations, () => ({ ...api.environment, config: unhurriedConfig }))
    const headers = { authorization: `Bearer ${athlete.token}` }
    const response = await handle(new Request(`${testBaseUrl}/api/v1/me/export`, { headers }))
    expect(response.status).toBe(200)
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
    for (const [entity, table] of Object.entries(tables)) {
      const [stored] = await db.rows<{ rows: number }>(
        `select count(*)::integer as rows from ${table} where user_id = $1`,
        [athlete.id],
      )
      const rows: unknown[] = JSON.parse(strFromU8(files[`json/${entity}.json`] ?? new Uint8Array()))
      expect(rows.length, entity).toBe(stored?.rows)
    }
  }, 60_000)

  test('is exported in parts, which hold exactly every row', async () => {
    const path = await begin(athlete)
    expect((await athlete.get(path)).body).toMatchObject({ status: 'waiting', parts: [], rows: 0, failure: null })
    expect(await makeAllExports(db)).toMatchObject({ ready: 1, failed: 0, lost: 0 })
    const made = await expectWhole(athlete, path)
    expect(made).toMatchObject({ status: 'ready', scopes: Scope.options.filter((one) => one.endsWith(':read')).sort() })
    expect(made.parts.length).toBeGreaterThan(1)
    expect((await athlete.get('/me/exports')).body.data).toEqual([made])
    expectStatus(await athlete.delete(path), 204)
    expect(await db.rows('select from account_export_parts')).toEqual([])
  }, 60_000)

  test('is read page by page, each no larger than fits into the part', async () => {
    const path = await begin(athlete)
    const pages: number[] = []
    const reading = (userId: TestAthlete['id']): Database => {
      const database = db.athlete(userId)
      return {
        ...database,
        query: async (statement) => {
          const result = await database.query(statement)
          pages.push(JSON.stringify(result).length)
          return result
        },
      }
    }
    await makeExports({ ...making, athlete: reading })
    const { parts } = (await athlete.get(path)).body
    expect(pages.length).toBeGreaterThan(parts.length * 5)
    // the JSON of a page besides the places of its rows
    expect(Math.max(...pages)).toBeLessThan(2_000_000)
    expect(Math.max(...parts.map(({ bytes }: { bytes: number }) => bytes))).toBeLessThan(3_145_728)
    expectStatus(await athlete.delete(path), 204)
  }, 60_000)
})

describe('an account of several parts', () => {
  const sessions = 250
  const makingSmall = { ...making, limits: inSmallParts }
  let athlete: TestAthlete

  beforeAll(async () => {
    athlete = await api.athlete()
    await makeHistory(db.rows, athlete.id, { sessions })
  }, 120_000)

  test.each([
    ['while it reads', 'listOwnedRows', 'before', 0],
    ['before it stores a part', 'storeExportPart', 'before', 0],
    ['when it has stored a part', 'storeExportPart', 'after', 1],
  ] as const)(
    'is whole when a worker dies %s',
    async (_, statement, when, parts) => {
      const path = await begin(athlete)
      const mortal = mortals(statement, when)
      const died = makeExports({
        ...makingSmall,
        operator: mortal(making.operator),
        athlete: (userId) => mortal(db.athlete(userId)),
      })
      await expect(died).rejects.toThrow('the worker died')
      expect((await athlete.get(path)).body).toMatchObject({ status: 'running', failure: null })
      expect((await athlete.get(path)).body.parts).toHaveLength(parts)
      if (parts === 0) {
        // what was claimed is nobody else's until the lease is over
        expect(await makeAllExports(db, inSmallParts)).toEqual(nothing)
        await endLeases()
      }
      await makeAllExports(db, inSmallParts)
      await expectWhole(athlete, path)
      expectStatus(await athlete.delete(path), 204)
    },
    60_000,
  )

  test('is exported once when another worker takes over what a slow one is making', async () => {
    const path = await begin(athlete)
    const overtaken: Database = {
      ...making.operator,
      batch: async (statements, options) => {
        if (statements.some(({ name }) => name === 'storeExportPart')) {
          await endLeases()
          await makeAllExports(db, inSmallParts)
        }
        return making.operator.batch(statements, options)
      },
    }
    expect(await makeExports({ ...makingSmall, operator: overtaken })).toEqual({ ...nothing, lost: 1 })
    await expectWhole(athlete, path)
    expectStatus(await athlete.delete(path), 204)
  }, 60_000)

  test('ends without a part of it when it is deleted while a part is made', async () => {
    const path = await begin(athlete)
    const deleted: Database = {
      ...making.operator,
      batch: async (statements, options) => {
        if (statements.some(({ name }) => name === 'storeExportPart')) expectStatus(await athlete.delete(path), 204)
        return making.operator.batch(statements, options)
      },
    }
    expect(await makeExports({ ...makingSmall, operator: deleted })).toEqual({ ...nothing, lost: 1 })
    expect((await athlete.get(path)).status).toBe(404)
    expect(await db.rows('select from account_export_parts')).toEqual([])
  })

  test('is begun in no run whose time is up, and stored page by page when the time of a part is up', async () => {
    const path = await begin(athlete)
    expect(await makeAllExports(db, { ...unhurried, startMsMax: 0 })).toEqual(nothing)
    expect((await athlete.get(path)).body).toMatchObject({ status: 'waiting', parts: [] })
    const made = await makeAllExports(db, { ...unhurried, part: { ...unhurried.part, msMax: 0 } })
    expect(made).toMatchObject({ ready: 1, failed: 0, lost: 0 })
    const { parts } = await expectWhole(athlete, path)
    // sessions, their exercises, sets and events are pages of their own
    expect(parts.length).toBeGreaterThanOrEqual(4)
    expectStatus(await athlete.delete(path), 204)
  }, 60_000)

  test('has every row once although exercises are swapped between two pages', async () => {
    const path = await begin(athlete)
    let pages = 0
    const restless = (userId: TestAthlete['id']): Database => {
      const database = db.athlete(userId)
      return {
        ...database,
        query: async (statement) => {
          const result = await database.query(statement)
          if (statement.text.includes('from session_exercises')) {
            pages += 1
            await db.rows(
              'update session_exercises set exercise_id = (select id from exercises order by random() limit 1)',
            )
          }
          return result
        },
      }
    }
    await makeExports({ ...makingSmall, athlete: restless })
    expect(pages).toBeGreaterThan(2)
    await expectWhole(athlete, path)
    expectStatus(await athlete.delete(path), 204)
  }, 60_000)
})

test('an account with few rows, but long ones that do not pack, is refused and exported just the same', async () => {
  const athlete = await api.athlete()
  const [rows, digests] = [40, 12_000]
  await db.rows(
    `insert into events (id, user_id, type, type_version, subject, occurred_at, recorded_at, request_id, payload)
     select gen_random_uuid(), $1, 'profile.changed', 1, 'long', now(), now(), 'a-test', jsonb_build_object('fields', noise)
     from generate_series(1, $2::integer) as number
     cross join lateral (
       select string_agg(md5(number * random() || 'x' || n), '"') as noise from generate_series(1, $3::integer) as n
     ) as texts`,
    [athlete.id, rows, digests],
  )
  const { status, body } = await athlete.get('/me/export')
  expect([status, body.code]).toEqual([409, 'EXPORT_TOO_LARGE'])
  expect(body.detail).toContain('POST /api/v1/me/exports')
  const path = await begin(athlete)
  await makeAllExports(db)
  const { export: made, rows: found } = await unpacked(athlete, path)
  expect(made).toMatchObject({ status: 'ready', failure: null })
  expect(made.parts.length).toBeGreaterThan(3)
  expect(found.get('events')?.filter(({ subject }) => subject === 'long')).toHaveLength(rows)
}, 30_000)

test('several workers share what there is to do, and each export is made once', async () => {
  const athletes = await Promise.all(Array.from({ length: 6 }, () => api.athlete()))
  const paths = await Promise.all(athletes.map(begin))
  const made = await Promise.all([makeAllExports(db), makeAllExports(db), makeAllExports(db)])
  expect(made.reduce((sum, { ready }) => sum + ready, 0)).toBe(6)
  for (const [index, athlete] of athletes.entries()) {
    const { export: ready } = await unpacked(athlete, paths[index] ?? '')
    expect(ready).toMatchObject({ status: 'ready', parts: [{ number: 1 }] })
  }
})

test('an export has what was there when it began, and not what came later', async () => {
  const athlete = await api.athlete()
  const date = '2026-11-20'
  const { body: earlier } = expectStatus(await athlete.post('/sessions', { date, exercises: [] }), 201)
  const path = await begin(athlete)
  await db.rows(`update account_exports set reads_until = now() where user_id = $1`, [athlete.id])
  // the next instant of a clock that counts milliseconds
  await new Promise((resolve) => setTimeout(resolve, 10))
  const { body: later } = expectStatus(await athlete.post('/sessions', { date, exercises: [] }), 201)
  await makeAllExports(db)
  const { rows } = await unpacked(athlete, path)
  expect(rows.get('sessions')?.map(({ id }) => id)).toEqual([earlier.id])
  expect(JSON.stringify([...rows.values()])).not.toContain(later.id)
})

test('an export has what a request wrote that was under way when it began, and committed late', async () => {
  const athlete = await api.athlete()
  await withClient(db.url, async (late) => {
    await late.query('begin')
    await late.query(
      `insert into events (id, user_id, type, type_version, subject, occurred_at, recorded_at, request_id, payload)
       values (gen_random_uuid(), $1, 'profile.changed', 1, 'late', now(), now(), 'a-test', '{"fields": []}')`,
      [athlete.id],
    )
    // has the next number, and commits first
    const path = await begin(athlete)
    expect(await makeExports({ ...making, settleSeconds: 60 })).toEqual(nothing)
    await late.query('commit')
    await makeAllExports(db)
    const { rows } = await unpacked(athlete, path)
    expect(rows.get('events')?.map(({ subject }) => subject)).toContain('late')
  })
})

describe('an export', () => {
  test('is of nobody else: strangers find nothing, whatever they ask', async () => {
    const [owner, stranger] = [await api.athlete(), await api.athlete()]
    const path = await begin(owner)
    await makeAllExports(db)
    for (const place of [path, `${path}/parts/1`, `${path}/parts/2`]) {
      const { status, body } = await stranger.get(place)
      expect([status, body.code]).toEqual([404, 'EXPORT_NOT_FOUND'])
    }
    expect((await stranger.delete(path)).status).toBe(404)
    expect((await stranger.get('/me/exports')).body.data).toEqual([])
    expectStatus(await owner.get(path), 200)
  })

  test.each(['2', '999999', '0', '01', '-1', '1e0', '1.0', 'one', '9999999', '%31%00'])(
    'has no part %s',
    async (number) => {
      const athlete = await api.athlete()
      const path = await begin(athlete)
      await makeAllExports(db)
      const { status } = await athlete.get(`${path}/parts/${number}`)
      expect([400, 404]).toContain(status)
    },
  )

  test('is gone after seven days, also before it is forgotten', async () => {
    const athlete = await api.athlete()
    const path = await begin(athlete)
    await makeAllExports(db)
    const { expiresAt, createdAt } = (await athlete.get(path)).body
    expect(Date.parse(expiresAt) - Date.parse(createdAt)).toBe(7 * 86_400_000)
    api.setNow(expiresAt)
    for (const place of [path, `${path}/parts/1`]) expect((await athlete.get(place)).status).toBe(404)
    expect((await athlete.get('/me/exports')).body.data).toEqual([])
    await cleanUp(db.operator(), new Date(expiresAt))
    expect(await db.rows('select from account_export_parts where user_id = $1', [athlete.id])).toEqual([])
    expect(await db.rows('select from account_exports where user_id = $1', [athlete.id])).toEqual([])
    api.setNow(new Date())
  })

  test('goes with the account', async () => {
    const athlete = await api.athlete()
    await begin(athlete)
    await makeAllExports(db)
    expectStatus(await athlete.delete('/me'), 204)
    expect(await db.rows('select from account_export_parts where user_id = $1', [athlete.id])).toEqual([])
    expect(await makeAllExports(db)).toEqual(nothing)
  })

  test('is begun once under one key', async () => {
    const athlete = await api.athlete()
    const under = { headers: { 'idempotency-key': 'my-export' } }
    const [first, again] = [
      await athlete.post('/me/exports', undefined, under),
      await athlete.post('/me/exports', undefined, under),
    ]
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id])
    expect((await athlete.get('/me/exports')).body.data).toHaveLength(1)
  })
})

describe('an export of a key', () => {
  const keyOfScopes = async (athlete: TestAthlete, scopes: readonly Scope[]) => {
    const { body } = expectStatus(await athlete.post('/me/keys', { name: 'Watch', scopes }), 201)
    return { id: body.id, ...clientOf(api.fetch, body.key) }
  }

  test('holds what the key reads, and opens to whoever reads as much', async () => {
    const athlete = await api.athlete()
    expectStatus(await athlete.post('/sessions', { date: '2026-11-20', exercises: [{ exercise: 'push-up' }] }), 201)
    expectStatus(await athlete.put('/me/levels/Push', { level: 2 }), 200)
    const key = await keyOfScopes(athlete, ['privacy:read', 'sessions:read', 'sessions:write'])
    const narrow = await keyOfScopes(athlete, ['privacy:read', 'progress:read'])
    const path = await begin(key)
    await makeAllExports(db)
    const { rows, readme, export: made } = await unpacked(athlete, path)
    expect(made.scopes).toEqual(['privacy:read', 'sessions:read'])
    const read = Entity.options.filter((entity) => rows.has(entity)).map((entity) => entityScope[entity])
    expect([...new Set(read)].sort()).toEqual(made.scopes)
    expect(rows.get('sessions')).toHaveLength(1)
    expect(rows.get('events')?.map(({ type }) => type)).not.toContain('level.setByHand')
    expect(readme).toContain('levels: needs levels:read')
    expectStatus(await key.get(`${path}/parts/1`), 200)
    const { status, body } = await narrow.get(`${path}/parts/1`)
    expect([status, body.code]).toEqual([403, 'EXPORT_SCOPES'])
  })

  test('ends with the key, and its parts with it', async () => {
    const athlete = await api.athlete()
    const key = await keyOfScopes(athlete, ['privacy:read'])
    const path = await begin(key)
    expectStatus(await athlete.post(`/me/keys/${key.id}/revoke`), 200)
    expect(await makeAllExports(db)).toEqual({ ...nothing, failed: 1 })
    expect((await athlete.get(path)).body).toMatchObject({ status: 'failed', failure: 'key_ended', parts: [] })
    expect((await key.get(path)).status).toBe(401)
  })
})

test('an export whose attempts all break off is given up, and leaves room for another', async () => {
  const athlete = await api.athlete()
  const path = await begin(athlete)
  const mortal = mortals('listOwnedRows', 'before')
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    await expect(makeExports({ ...making, athlete: (userId) => mortal(db.athlete(userId)) })).rejects.toThrow()
    expect((await athlete.get(path)).body).toMatchObject({ status: 'running' })
    await endLeases()
  }
  expect(await makeAllExports(db)).toEqual({ ...nothing, failed: 1 })
  expect((await athlete.get(path)).body).toMatchObject({ status: 'failed', failure: 'gave_up', parts: [] })
  expectStatus(await athlete.post('/me/exports'), 201)
})
