import { expect, test } from 'vitest'
import { pgDatabase } from '#database/adapters/pg.js'
import { isPooler } from '#database/adapters/pg-pool.js'
import { sql } from '#database/statement.js'
import { testDatabase } from '#tests/support/database.js'
import { rowsOf, run } from '#tests/support/statements.js'
import { failureOf } from './failure-of.js'

const arranged = await testDatabase()

test('a pool whose connections are all busy for too long reports unavailable, and nothing happened', async () => {
  const database = pgDatabase(arranged.url, { connectionsMax: 1, connectMsMax: 100 })
  const holding = database.query(run(sql`select pg_sleep(0.5)`))
  const facts = await failureOf(database.batch([run(sql`select 1`)]))
  expect(facts).toMatchObject({ kind: 'unavailable', sqlState: null, ambiguous: false })
  await holding
  await database.close()
})

test('a pool opens no more connections than allowed', async () => {
  const database = pgDatabase(arranged.url, { connectionsMax: 2 })
  const processes = Array.from({ length: 20 }, () => database.query(rowsOf(sql`select pg_backend_pid() as pid`)))
  const pids = (await Promise.all(processes)).map(([row]) => row?.pid)
  expect(new Set(pids).size).toBeLessThanOrEqual(2)
  await database.close()
})

test('closing a pool waits for running work, and may be done twice', async () => {
  const database = pgDatabase(arranged.url)
  const work = database.query(rowsOf(sql`select pg_sleep(0.2)::text as slept`))
  await Promise.all([database.close(), database.close()])
  expect(await work).toEqual([{ slept: '' }])
})

test('a pool reports a database that does not exist', async () => {
  const database = pgDatabase(arranged.url.replace(/[^/]+$/, 'no_such_database'))
  expect(await failureOf(database.query(run(sql`select 1`)))).toMatchObject({ kind: 'unexpected', sqlState: '3D000' })
  await database.close()
})

test.each([
  ['postgres://ada@ep-calm-1-pooler.eu-central-1.aws.neon.tech/main', true],
  ['postgres://ada@db.example:6432/main', true],
  ['postgres://ada@db.example/main?pgbouncer=true', true],
  ['postgres://ada@db.example:5432/main', false],
])('isPooler(%s) is %s', (url, pooler) => {
  expect(isPooler(url)).toBe(pooler)
})
