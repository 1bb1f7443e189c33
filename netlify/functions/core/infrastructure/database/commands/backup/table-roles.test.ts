import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrate } from '#database/migrate.js'
import { withPgSession } from '#database/pg-session/pg-session.js'
import { fillWithAnything } from '#tests/support/anything.js'
import { testDatabase } from '#tests/support/database.js'
import { ordinaryOwner } from '#tests/support/ordinary-owner.js'
import { temporaryFolder } from '#tests/support/temporary-folder.js'
import { withClient } from '#tests/support/with-client.js'
import { backup } from '../backup.js'
import { restore } from '../restore.js'
import { wholeTableRoles } from './table-roles.js'

const db = await testDatabase()
const folder = temporaryFolder()
const ownedDatabase = await ordinaryOwner()

test('an owner under row-level security backs up and restores every row', async () => {
  await fillWithAnything(db, 7)
  const [first, second] = [join(folder, 'first.backup'), join(folder, 'second.backup')]
  const { tables } = await backup({ url: db.url, file: first })
  const url = await ownedDatabase()
  await restore({ url, file: first })
  expect((await backup({ url, file: second })).tables).toEqual(tables)
})

test('an owner under row-level security erases athletes again after a restore', async () => {
  const userId = await db.insertAthlete()
  const file = join(folder, 'before.backup')
  await backup({ url: db.url, file })
  await db.rows(`insert into erasure_tombstones (user_id, erased_at, scope) values ($1, now(), 'account')`, [userId])
  const url = await ownedDatabase()
  expect(await restore({ url, file, tombstones: db.url })).toMatchObject({ erased: 1 })
})

test('wholeTableRoles gives the operator for tables that only the operator sees whole', async () => {
  const url = await ownedDatabase()
  await migrate({ url })
  const roles = await withPgSession(url, (client) => wholeTableRoles(client, 'select'))
  expect(roles.get('public.goals')).toBe('calistheniq_operator')
  expect(roles.get('public.auth_accounts')).toMatch(/owner/)
})

test('backup refuses a table that nobody sees whole, and names it', async () => {
  const url = await ownedDatabase()
  await migrate({ url })
  await withClient(url, (client) =>
    client.query(`
      drop policy goals_operator on goals;
      create policy consents_only_given on consents as restrictive using (given)`),
  )
  await expect(backup({ url, file: join(folder, 'partial.backup') })).rejects.toMatchObject({
    exitCode: 4,
    message:
      'Row-level security lets this user select only some rows of public.consents, public.goals: connect as the owner of the tables.',
  })
})
