import { expect, test } from 'vitest'
import { withPgSession } from '#database/pg-session/pg-session.js'
import { testDatabase } from '#tests/support/database.js'
import { inSnapshot, inTransaction } from './transaction.js'

const db = await testDatabase()
const settings = () => db.rows('select key from app.settings order by key')
const insert = `insert into app.settings (key, value) values ('a', '1')`

test('inSnapshot refuses to write', async () => {
  const write = withPgSession(db.url, (client) => inSnapshot(client, () => client.query(insert)))
  await expect(write).rejects.toMatchObject({
    exitCode: 5,
    message: expect.stringContaining('(25006). Nothing was kept.'),
  })
})

test('inTransaction keeps nothing when a statement fails, and names the table', async () => {
  const write = withPgSession(db.url, (client) =>
    inTransaction(client, async () => {
      await client.query(insert)
      await client.query(insert)
    }),
  )
  await expect(write).rejects.toMatchObject({
    exitCode: 5,
    message: 'settings: duplicate key value violates unique constraint "settings_pkey" (23505). Nothing was kept.',
  })
  expect(await settings()).toEqual([])
})

test('inTransaction keeps nothing when the connection breaks, and says so', async () => {
  const write = withPgSession(db.url, (client) =>
    inTransaction(client, async () => {
      await client.query(insert)
      const { rows } = await client.query('select pg_backend_pid() as pid')
      await db.rows('select pg_terminate_backend($1)', [rows[0].pid])
      await client.query('select pg_sleep(5)')
    }),
  )
  await expect(write).rejects.toMatchObject({
    exitCode: 3,
    message: expect.stringContaining('The connection to the database broke, and nothing was kept'),
  })
  expect(await settings()).toEqual([])
})

test('inTransaction keeps what succeeds', async () => {
  await withPgSession(db.url, (client) => inTransaction(client, () => client.query(insert)))
  expect(await settings()).toEqual([{ key: 'a' }])
})
