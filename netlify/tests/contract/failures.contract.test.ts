import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sql } from '#database/statement.js'
import { boundTo } from '#database/unit-of-work.js'
import { testDatabase } from '#tests/support/database.js'
import { rowsOf, run } from '#tests/support/statements.js'
import { failureOf } from './failure-of.js'
import { openSubjects } from './subjects.js'

const arranged = await testDatabase()
const subjects = await openSubjects(arranged)

beforeAll(() => arranged.rows('create table marks (id integer primary key)'))
beforeEach(() => arranged.rows('truncate marks'))

const insertMark = run(sql`insert into marks (id) values (1)`, 'insert-mark')
const select = rowsOf(sql`select 1 as one`)
const marks = () => arranged.rows('select id from marks')

describe.each(subjects)('$name: lost connections', ({ database, refusing, failNext }) => {
  test('a server that cannot be reached is reported as unavailable, and nothing happened', async () => {
    const expected = { kind: 'unavailable', ambiguous: false, sqlState: null }
    expect(await failureOf(refusing.query(insertMark))).toMatchObject(expected)
    expect(await failureOf(refusing.batch([insertMark]))).toMatchObject(expected)
  })

  test.each(['query', 'batch'] as const)(
    'a %s that is cut after its commit is reported as ambiguous, and has happened',
    async (method) => {
      await database.query(select)
      failNext('cut after commit')
      const work = method === 'query' ? database.query(insertMark) : database.batch([insertMark])
      expect(await failureOf(work)).toMatchObject({ kind: 'unavailable', ambiguous: true })
      expect(await marks()).toEqual([{ id: 1 }])
    },
  )

  test.each(['query', 'batch'] as const)(
    'a %s that is cut before its commit is reported as ambiguous, and has not happened',
    async (method) => {
      await database.query(select)
      failNext('cut before commit')
      const work = method === 'query' ? database.query(insertMark) : database.batch([insertMark])
      expect(await failureOf(work)).toMatchObject({ kind: 'unavailable', ambiguous: true })
      expect(await marks()).toEqual([])
    },
  )

  test('a read that is cut is not ambiguous', async () => {
    await database.query(select)
    failNext('cut after commit')
    const facts = await failureOf(database.batch([select], { readOnly: true }))
    expect(facts).toMatchObject({ kind: 'unavailable', ambiguous: false })
  })

  test('a missing answer is reported as unavailable and ambiguous', async () => {
    await database.query(select)
    failNext('no answer')
    expect(await failureOf(database.batch([insertMark]))).toMatchObject({ kind: 'unavailable', ambiguous: true })
  })

  test('a connection that the server ends during the work is reported as unavailable and ambiguous', async () => {
    const facts = await failureOf(database.batch([insertMark, run(sql`select pg_terminate_backend(pg_backend_pid())`)]))
    expect(facts).toMatchObject({ kind: 'unavailable', sqlState: '57P01', ambiguous: true })
    expect(await marks()).toEqual([])
  })

  test('the next work uses a new connection', async () => {
    await database.query(select)
    failNext('cut after commit')
    await failureOf(database.query(select))
    expect(await Promise.all([database.query(select), database.batch([select])])).toEqual([
      [{ one: 1 }],
      [[{ one: 1 }]],
    ])
  })

  test('idle connections that the server has ended are replaced', async () => {
    await Promise.all([database.query(select), database.query(select)])
    await arranged.rows(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    )
    // the client learns of it through the event loop
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(await database.query(select)).toEqual([{ one: 1 }])
  })
})

/** Waits for the statement that sleeps, which comes after the one that locks. */
async function untilAsleep(): Promise<void> {
  const sleeping = `select 1 from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`
  while ((await arranged.rows(sleeping)).length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
}

describe.each(subjects)('$name: limits', ({ database }) => {
  const patient = boundTo(database, { kind: 'operator' }, { remainingMs: () => 10_000 })
  const hurried = boundTo(database, { kind: 'operator' }, { remainingMs: () => 100 })

  test('a statement that takes too long is reported as a timeout', async () => {
    const facts = await failureOf(hurried.query(rowsOf(sql`select pg_sleep(5)::text`)))
    expect(facts).toMatchObject({ kind: 'timeout', sqlState: '57014', ambiguous: false })
  })

  test('the limit does not outlast the unit of work', async () => {
    await hurried.query(select)
    const setting = sql`select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock`
    expect(await database.query(rowsOf(setting))).toEqual([{ statement: '0', lock: '0' }])
  })

  test('waiting too long for a lock is reported as a timeout', async () => {
    await arranged.rows(
      `insert into exercise_categories (id, name, description) values (1, 'Push', '') on conflict do nothing`,
    )
    const lock = rowsOf(sql`select id from exercise_categories where id = 1 for update`)
    const holding = patient.batch([lock, run(sql`select pg_sleep(1)`)])
    await untilAsleep()
    expect(await failureOf(hurried.batch([lock]))).toMatchObject({ kind: 'timeout' })
    await holding
  })

  test('any other failure is reported as unexpected', async () => {
    const facts = await failureOf(database.query(run(sql`select no_such_column`, 'wrong')))
    expect(facts).toEqual({
      kind: 'unexpected',
      sqlState: '42703',
      constraint: null,
      detail: null,
      ambiguous: false,
      statement: 'wrong',
    })
  })
})
