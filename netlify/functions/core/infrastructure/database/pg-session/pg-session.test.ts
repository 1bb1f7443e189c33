import { createServer } from 'node:net'
import { expect, inject, test } from 'vitest'
import { databaseUrl } from '#tests/support/template.js'
import { withClient } from '#tests/support/with-client.js'
import { openPgSession, withPgSession } from './pg-session.js'

const { url } = inject('testServer')

const refused = (address: string) =>
  openPgSession(address).then(
    () => 'connected',
    (error) => ({ exitCode: error.exitCode, message: error.message }),
  )

test('withPgSession names a database that does not exist, with the remedy', async () => {
  const { host } = new URL(url)
  expect(await refused(databaseUrl(url, 'no_such_database'))).toEqual({
    exitCode: 3,
    message: `There is no database no_such_database at ${host}: create it (createdb no_such_database), or correct DATABASE_URL.`,
  })
})

test('withPgSession names the address at which no server listens', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await new Promise((resolve) => server.close(resolve))
  expect(await refused(`postgres://ada:secret@127.0.0.1:${port}/x`)).toEqual({
    exitCode: 3,
    message: `No database answers at 127.0.0.1:${port} (ECONNREFUSED): start it, or correct DATABASE_URL.`,
  })
})

test('withPgSession reports a refused login without the password', async () => {
  const wrong = new URL(url)
  wrong.username = 'nobody_of_this_name'
  wrong.password = 'a-secret'
  const outcome = await refused(wrong.href)
  expect(outcome).toMatchObject({ exitCode: 3, message: expect.stringContaining('nobody_of_this_name') })
  expect(JSON.stringify(outcome)).not.toContain('a-secret')
})

test('withPgSession closes its session whatever happens in it', async () => {
  const open = () =>
    withClient(url, async (client) => {
      const { rows } = await client.query(
        `select count(*)::int as open from pg_stat_activity where application_name = 'to be closed'`,
      )
      return rows[0].open
    })
  const work = withPgSession(url, async (client) => {
    await client.query(`set application_name = 'to be closed'`)
    expect(await open()).toBe(1)
    throw new Error('broken')
  })
  await expect(work).rejects.toThrow('broken')
  await expect.poll(open).toBe(0)
})
