import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rebuild } from '#database/commands/rebuild.js'
import { setup } from '#database/seed.js'
import { ruleBook } from '#domain/rules/rules-in-force.js'
import { servedOperations } from '#http/openapi/operations.js'
import { serve } from '#http/serve.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { parseDatabaseConfig } from '#infrastructure/config/config.js'
import { markDisposable } from '#queries/settings.js'
import { createTestDatabase, type TestDatabase } from '#tests/support/database.js'
import { testEnvironment } from '#tests/support/environment.js'
import { ordinaryOwner } from '#tests/support/ordinary-owner.js'
import { testBaseUrl } from '#tests/support/tokens.js'
import { withClient } from '#tests/support/with-client.js'
import { athleteOfCrowd, athleteWithHistory, benchTokens } from './athletes.js'
import { takeableOf } from './database/bare-tables.js'
import { type LoadOptions, loadBenchData } from './load.js'
import { type Table, tableNames, tables } from './rows/tables.js'

const small = { sessions: 300, athletes: 12, seed: 'a test', until: '2026-11-20', threads: 0 }
const now = new Date('2026-11-22T12:00:00Z')

/** Loads a database of its own, which is dropped after the tests. */
async function loaded(options: Partial<LoadOptions> = {}): Promise<TestDatabase> {
  const db = await disposable()
  await loadBenchData({ ...small, now, ...options, url: db.url })
  return db
}

async function disposable(): Promise<TestDatabase> {
  const db = await createTestDatabase('library')
  afterAll(() => db.close())
  await db.database.batch([markDisposable({ now })])
  return db
}

/** Sums up the rows of a table: all that was loaded of each, in an order of their own. */
async function sumOf(db: TestDatabase, table: Table): Promise<string | undefined> {
  const [row] = await db.rows<{ sum: string }>(
    `select count(*) || ' ' || md5(string_agg(line, ';' order by line)) as sum
     from (select concat_ws(',', ${tables[table].join(', ')}) as line from ${table}) as lines`,
  )
  return row?.sum
}

async function sumsOf(db: TestDatabase) {
  return Object.fromEntries(
    await Promise.all(tableNames.map(async (table) => [table, await sumOf(db, table)] as const)),
  )
}

const countIn = async (db: TestDatabase, from: string) =>
  Number((await db.rows<{ count: string }>(`select count(*) as count from ${from}`))[0]?.count)

describe('loading the data of the bench', () => {
  let db: TestDatabase
  const said: number[] = []

  beforeAll(async () => {
    db = await loaded({ onSessions: (done) => said.push(done) })
  }, 120_000)

  it('sums up the weeks of all athletes', async () => {
    const completed = (table: string) =>
      db.rows<{ sum: string }>(`select sum(completed_sessions)::text as sum from ${table}`)
    expect(await completed('weekly_workout_summary')).toEqual(await completed('daily_workout_summary'))
  })

  it('stores what follows from the facts, and tells the same facts in tables and events', async () => {
    const lines: string[] = []
    const report = await rebuild({ database: db.operator(), ruleBook, log: (line) => lines.push(line) })
    expect({ report, lines }).toEqual({ report: { athletes: 12, differing: 0, found: 0, left: 0 }, lines: [] })
  })

  it('loads as many sessions of as many athletes as were asked for', async () => {
    expect(await countIn(db, 'users')).toBe(12)
    expect(await countIn(db, 'workout_sessions')).toBe(300)
    expect(said.at(-1)).toBe(300)
    expect(await countIn(db, "events where type = 'session.planned'")).toBe(300)
    expect(await countIn(db, "events where type = 'set.logged'")).toBe(await countIn(db, 'exercise_set_logs'))
  })

  it('gives an athlete with a known history just that, each session done and written down', async () => {
    const { id } = athleteWithHistory(52)
    expect(await countIn(db, `workout_sessions where user_id = '${id}' and status = 'completed'`)).toBe(52)
    expect(
      await countIn(
        db,
        `workout_sessions as session where user_id = '${id}' and exists (
           select from session_exercises as item
           join exercise_set_logs as log on log.session_exercise_id = item.id
           where item.session_id = session.id)`,
      ),
    ).toBe(52)
  })

  it('writes down exercises of the newest sessions of the many, and of the others only that they were', async () => {
    const [{ old, written } = {}] = await db.rows<{ old: string; written: string }>(
      `select
         max(session_date) filter (where not has) as old,
         min(session_date) filter (where has) as written
       from (
         select session_date, exists (select from session_exercises where session_id = session.id) as has
         from workout_sessions as session
         where user_id <> '${athleteWithHistory(52).id}'
       ) as sessions`,
    )
    expect(Date.parse(old ?? '')).toBeLessThan(Date.parse(written ?? ''))
  })

  it('leaves some sessions skipped, and some planned that nobody came to', async () => {
    const statuses = await db.rows<{ status: string }>('select distinct status from workout_sessions order by status')
    expect(statuses.map(({ status }) => status)).toEqual(expect.arrayContaining(['completed', 'planned', 'skipped']))
  })

  it('gives constraints and indexes back', async () => {
    // PostgreSQL writes casts and parentheses of a condition in another way when it reads its own text
    const plain = (text: string) => text.replaceAll(/::character varying|::text(?:\[\])?|[()]/g, '')
    const taken = async (url: string) => {
      const { drop, create } = await withClient(url, takeableOf)
      return { drop, create: create.flat().map(({ statement }) => plain(statement)) }
    }
    expect(await taken(db.url)).toEqual(await taken((await disposable()).url))
  })

  it('lets its athletes be served', async () => {
    const environment = testEnvironment({ DATABASE_URL: db.url }, { database: db.database })
    const handle = serve(servedOperations, () => environment)
    const tokenOf = await benchTokens(db.url, testBaseUrl)
    for (const athlete of [athleteWithHistory(52), athleteOfCrowd(11)]) {
      const headers = { authorization: `Bearer ${await tokenOf(athlete)}` }
      const answer = await handle(new Request(`${testBaseUrl}/api/v1/me`, { headers }))
      expect(await answer.json()).toMatchObject({ id: athlete.id, email: athlete.email })
    }
  })

  it('loads the same rows for the same seed and day, in threads too', async () => {
    const sums = await sumsOf(db)
    expect(await sumsOf(await loaded({ threads: 2 }))).toEqual(sums)
  }, 180_000)

  it('keeps a known athlete the same beside other athletes', async () => {
    const sessionsOf = async (one: TestDatabase) =>
      one.rows(`select id, session_date, completed_at from workout_sessions where user_id = $1 order by id`, [
        athleteWithHistory(52).id,
      ])
    expect(await sessionsOf(await loaded({ sessions: 100, athletes: 3 }))).toEqual(await sessionsOf(db))
  }, 60_000)
})

describe('loading the data of the bench refuses', () => {
  it('a database that is not disposable, and changes nothing', async () => {
    const db = await createTestDatabase('library')
    afterAll(() => db.close())
    await expect(loadBenchData({ ...small, url: db.url })).rejects.toThrow('not marked as disposable')
    expect(await countIn(db, 'users')).toBe(0)
  })

  it('a database that has athletes, and changes nothing', async () => {
    const db = await disposable()
    await db.insertAthlete()
    await expect(loadBenchData({ ...small, url: db.url })).rejects.toThrow('has 1 athletes')
    expect(await countIn(db, 'users')).toBe(1)
  })

  it('a user whom row-level security stops, and changes nothing', async () => {
    const url = await (await ordinaryOwner())()
    await setup({ database: parseDatabaseConfig({ DATABASE_URL: url }), disposable: true })
    const before = await withClient(url, takeableOf)
    await expect(loadBenchData({ ...small, url })).rejects.toThrow('connect as a superuser')
    expect(await withClient(url, takeableOf)).toEqual(before)
  }, 60_000)

  it('fewer sessions than athletes', async () => {
    const db = await disposable()
    const few = loadBenchData({ ...small, sessions: 11, url: db.url })
    await expect(few).rejects.toMatchObject({
      exitCode: exitCodes.usage,
      message: 'an athlete has at least one session.',
    })
  })

  it('rows that the database does not take, and says what to do with it', async () => {
    const db = await disposable()
    await db.rows('alter table goals drop column target')
    await expect(loadBenchData({ ...small, threads: 2, url: db.url })).rejects.toThrow(
      'The load stopped: column "target" of relation "goals" does not exist. The database has lost its indexes',
    )
  }, 60_000)
})
