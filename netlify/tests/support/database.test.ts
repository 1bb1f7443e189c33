import { expect, test } from 'vitest'
import * as z from 'zod'
import { many, sql } from '#database/statement.js'
import { createTestDatabase, testDatabase } from './database.js'

const database = await testDatabase()

test('testDatabase is migrated and empty', async () => {
  expect(await database.rows('select count(*)::int as users from users')).toEqual([{ users: 0 }])
})

test('two test databases are independent of each other', async () => {
  const other = await createTestDatabase()
  await other.rows(`insert into exercise_categories (name, description) values ('Push', 'Presses')`)
  expect(await database.rows('select name from exercise_categories')).toEqual([])
  await other.close()
})

test('a test database is dropped when it is closed', async () => {
  const other = await createTestDatabase()
  await other.close()
  const name = new URL(other.url).pathname.slice(1)
  expect(await database.rows('select datname from pg_database where datname = $1', [name])).toEqual([])
})

test('the helpers of a test database act as an athlete, as a visitor and as the operator', async () => {
  const ada = await database.insertAthlete()
  const bob = await database.insertAthlete()
  const ids = many({
    name: 'list-ids',
    row: z.object({ id: z.string() }),
    sql: () => sql`select id from users order by id`,
    map: ({ id }) => id,
  })
  expect(await database.athlete(ada).query(ids({}))).toEqual([ada])
  expect(await database.visitor().query(ids({}))).toEqual([])
  expect(await database.operator().query(ids({}))).toEqual([ada, bob].sort())
})
