import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { fillWithAnything } from '#tests/support/anything.js'
import { testDatabase } from '#tests/support/database.js'
import { emptyDatabase } from '#tests/support/empty-database.js'
import { temporaryFolder } from '#tests/support/temporary-folder.js'
import { withClient } from '#tests/support/with-client.js'
import { markDisposable } from '../queries/settings.js'
import { seedExercises } from '../seed-exercises.js'
import { seedUserProgress } from '../seed-user-progress.js'
import { isLeftOut } from './backup/left-out.js'
import { readStoredTables } from './backup/stored-tables.js'
import { backup } from './backup.js'
import { restore } from './restore.js'

const db = await testDatabase()
const folder = temporaryFolder()
const [first, second] = [join(folder, 'first.backup'), join(folder, 'second.backup')]

/**
 * Everything that a backup holds, in whatever way the driver reads it: another witness than the backup's
 * own lines.
 */
const contentOf = (url: string) =>
  withClient(url, async (client) => {
    const content: Record<string, unknown> = {}
    for (const { name } of (await readStoredTables(client)).filter((table) => !isLeftOut(table))) {
      const { rows } = await client.query(`select to_jsonb(stored)::text as row from ${name} as stored order by 1`)
      content[name] = rows
    }
    return content
  })

describe('a restored backup', () => {
  let url: string

  beforeAll(async () => {
    const operator = db.operator()
    await fillWithAnything(db, 20261122)
    await db.rows(`delete from user_abilities; delete from exercise_categories where name = 'Push'`)
    await seedExercises({ database: operator })
    await operator.batch([markDisposable({ now: new Date() })])
    await seedUserProgress({ database: operator, now: new Date('2026-11-18T12:00:00Z') })
    url = await emptyDatabase()
    await backup({ url: db.url, file: first })
    await restore({ url, file: first })
  })

  test('has every row, generated columns included', async () => {
    const content = await contentOf(db.url)
    expect(Object.values(content).filter((rows) => Array.isArray(rows) && rows.length > 0).length).toBeGreaterThan(15)
    expect(await contentOf(url)).toEqual(content)
  })

  test('gives the same backup again', async () => {
    const { tables } = await backup({ url: db.url, file: join(folder, 'again.backup') })
    expect((await backup({ url, file: second })).tables).toEqual(tables)
  })

  test('has its triggers enabled, and its sequences where they were', async () => {
    const [asleep] = await withClient(url, async (client) => {
      const { rows } = await client.query(
        `select count(*)::integer from pg_trigger where not tgisinternal and tgenabled <> 'O'`,
      )
      return rows
    })
    expect(asleep).toEqual({ count: 0 })
    const next = `select nextval(pg_get_serial_sequence('events', 'sequence')) as next,
      nextval(pg_get_serial_sequence('exercise_categories', 'id')) as category`
    const here = await withClient(url, async (client) => (await client.query(next)).rows)
    expect(here).toEqual(await db.rows(next))
  })
})

test('backup writes a file for its owner only, and replaces no file', async () => {
  const file = join(folder, 'mine.backup')
  await backup({ url: db.url, file })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  writeFileSync(file, 'precious')
  await expect(backup({ url: db.url, file })).rejects.toMatchObject({
    exitCode: 4,
    message: `${file} exists already: choose another name.`,
  })
  expect(statSync(file).size).toBe(8)
})

test('backup leaves no file when it fails', async () => {
  const file = join(folder, 'none.backup')
  await expect(backup({ url: await emptyDatabase(), file })).rejects.toMatchObject({
    exitCode: 4,
    message: 'This database was never migrated, so there is nothing to back up.',
  })
  expect([existsSync(file), existsSync(`${file}.partial`)]).toEqual([false, false])
  const nowhere = join(folder, 'no-such-folder', 'x.backup')
  await expect(backup({ url: db.url, file: nowhere })).rejects.toMatchObject({
    exitCode: 5,
    message: `${nowhere} cannot be written (ENOENT).`,
  })
})

test('backup shows one moment while others go on writing', async () => {
  let writing = true
  // one transaction writes to the first table that is read, and to one that is read later
  const write = async (writer: number) => {
    for (let n = 0; writing; n += 1)
      await db.rows(
        `with setting as (insert into app.settings (key, value) values ($1, '1'))
         insert into security_log (id, at, kind, request_id) values (gen_random_uuid(), now(), 'writer', $1)`,
        [`writer ${writer} ${n}`],
      )
  }
  const writers = [write(1), write(2)]
  const url = await emptyDatabase()
  const file = join(folder, 'busy.backup')
  await new Promise((resolve) => setTimeout(resolve, 100))
  await backup({ url: db.url, file })
  writing = false
  await Promise.all(writers)
  await restore({ url, file })
  const counts = `select
    (select count(*) from app.settings where key like 'writer %')::integer as settings,
    (select count(*) from security_log where kind = 'writer')::integer as entries`
  const [restored] = await withClient(url, async (client) => (await client.query(counts)).rows)
  const [live] = await db.rows<{ settings: number }>(counts)
  expect(restored.settings).toBe(restored.entries)
  expect(restored.settings).toBeGreaterThan(0)
  expect(restored.settings).toBeLessThan(live?.settings ?? 0)
})
