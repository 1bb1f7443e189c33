import { afterAll, beforeAll, expect, test } from 'vitest'
import { pgDatabase } from '#database/adapters/pg.js'
import { sql } from '#database/statement.js'
import { testDatabase } from '#tests/support/database.js'
import { rowsOf, run } from '#tests/support/statements.js'
import { failureOf } from './failure-of.js'

const arranged = await testDatabase()
const database = pgDatabase(arranged.url, { namedStatements: true, connectionsMax: 1 })

beforeAll(() => arranged.rows('create table marks (id integer constraint marks_pkey primary key)'))
afterAll(() => database.close())

const prepared = rowsOf(sql`select statement from pg_prepared_statements order by prepare_time, name`)
const textsPrepared = async () => (await database.query(prepared)).map(({ statement }) => statement)

test('a statement is prepared once per connection, whatever its values', async () => {
  for (const n of [1, 2, 3]) await database.query(rowsOf(sql`select ${n}::integer as once`))
  expect((await textsPrepared()).filter((text) => text === 'select $1::integer as once')).toHaveLength(1)
})

test('two statements may have one name and different texts', async () => {
  expect(await database.query(rowsOf(sql`select 1 as n`, 'same-name'))).toEqual([{ n: 1 }])
  expect(await database.query(rowsOf(sql`select 2 as n`, 'same-name'))).toEqual([{ n: 2 }])
})

test('a statement that a failing batch never reached is prepared when it is needed', async () => {
  const later = rowsOf(sql`select 'later' as word`)
  const broken = run(sql`select 1 / 0`)
  await failureOf(database.batch([broken, later]))
  await failureOf(database.batch([later, broken, later]))
  expect(await database.batch([later, later])).toEqual([[{ word: 'later' }], [{ word: 'later' }]])
})

test('a statement whose values were refused can be used again', async () => {
  const parse = (text: string) => rowsOf(sql`select ${text}::integer as bound`)
  await failureOf(database.query(parse('eight')))
  expect(await database.query(parse('8'))).toEqual([{ bound: 8 }])
})

test('a plan that no longer fits the schema costs one failure, and then a new connection', async () => {
  const all = rowsOf(sql`select * from marks`)
  await database.query(all)
  await arranged.rows('alter table marks add column place integer')
  expect(await failureOf(database.query(all))).toMatchObject({ kind: 'unexpected', sqlState: '0A000' })
  expect(await database.query(all)).toEqual([])
})

test('rows that are not described again have the columns that they had', async () => {
  const two = rowsOf(sql`select 1 as n, 'a' as word union all select 2, 'b'`)
  const none = rowsOf(sql`select 1 as n where false`)
  const silent = run(sql`do $$ begin end $$`)
  for (const _ of [1, 2, 3]) {
    expect(await database.batch([two, silent, none, two])).toEqual([
      [
        { n: 1, word: 'a' },
        { n: 2, word: 'b' },
      ],
      undefined,
      [],
      [
        { n: 1, word: 'a' },
        { n: 2, word: 'b' },
      ],
    ])
  }
})

test('rows never come under the name that a column had', async () => {
  const all = rowsOf(sql`select * from marks`)
  await database.query(all)
  await arranged.rows('alter table marks rename column place to position')
  expect(await failureOf(database.query(all))).toMatchObject({ sqlState: '0A000' })
  await arranged.rows('insert into marks (id, position) values (1, 7)')
  expect(await database.query(all)).toEqual([{ id: 1, position: 7 }])
})

test('statements beyond 250 texts run without a name', async () => {
  for (let n = 0; n < 260; n += 1) await database.query(rowsOf({ text: `select ${n} as literal`, values: [] }))
  expect((await textsPrepared()).length).toBeLessThanOrEqual(251)
})
