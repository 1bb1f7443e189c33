import type { Client } from 'pg'
import { beforeEach, expect, test } from 'vitest'
import { emptyDatabase } from '#tests/support/empty-database.js'
import { folderWith } from '#tests/support/folder-with.js'
import { withClient } from '#tests/support/with-client.js'
import { migrate } from './migrate.js'

const url = await emptyDatabase()

const rows = (text: string) => withClient(url, async (client) => (await client.query(text)).rows)
const addColumn = { '0001_note.sql': 'alter table plans add column note text; insert into plans (note) values (1);' }
const index = { '0001_index.sql': '--! no-transaction\ncreate index concurrently plans_id on plans (id);' }

beforeEach(async () => {
  await rows('drop schema if exists migrations cascade; drop table if exists plans; create table plans (id integer)')
})

/** Runs `use` while another session reads the table in a transaction that has not ended. */
function whileRead(use: (reader: Client) => Promise<void>): Promise<void> {
  return withClient(url, async (reader) => {
    await reader.query(`set application_name = 'long report'; begin; select * from plans`)
    await use(reader)
  })
}

test('a migration behind a long reader lets others read, says who is in the way, and is applied once when the reader ends', async () => {
  const lines: string[] = []
  await whileRead(async (reader) => {
    const migrating = migrate({ url, folder: folderWith(addColumn), log: (line) => lines.push(line) })
    await expect.poll(() => lines.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(2)
    // the pause has begun: nobody queues
    const started = performance.now()
    await rows('select * from plans')
    expect(performance.now() - started).toBeLessThan(1_000)
    await reader.query('commit')
    expect(await migrating).toEqual({ applied: ['0001_note.sql'] })
  })
  expect(lines).toEqual([
    expect.stringMatching(/^· waits for plans, held by process \d+ \(long report, idle in transaction, for \d+ s\)$/),
    expect.stringMatching(/^· 0001_note\.sql: others are in the way, trying again in \d\.\d s$/),
    expect.stringMatching(/^✓ 0001_note\.sql/),
  ])
  expect(await rows('select note from plans')).toEqual([{ note: '1' }])
}, 20_000)

test('a migration that never gets its lock gives up with the remedy, and keeps nothing', async () => {
  await whileRead(async () => {
    const migrating = migrate({ url, folder: folderWith(addColumn), insistMs: 0 })
    await expect(migrating).rejects.toMatchObject({
      exitCode: 5,
      message: expect.stringMatching(
        /0001_note\.sql, line 1, column 1: .*lock timeout \(55P03\)[\s\S]*Nothing of this file was kept\.\n.*held by process (\d+) \(long report.*let that end, or end it by "select pg_terminate_backend\(\1\)", and run again\.$/,
      ),
    })
  })
  expect(await rows('select * from migrations.applied')).toEqual([])
}, 20_000)

test('an index that is built concurrently waits for an old transaction without being built twice', async () => {
  const lines: string[] = []
  await withClient(url, async (writer) => {
    await writer.query('begin; insert into plans values (1)')
    const migrating = migrate({ url, folder: folderWith(index), log: (line) => lines.push(line) })
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    await writer.query('commit')
    expect(await migrating).toEqual({ applied: ['0001_index.sql'] })
  })
  expect(lines).toEqual([expect.stringContaining('waits for'), expect.stringMatching(/^✓ 0001_index\.sql/)])
}, 20_000)

test('a build of an index that gives up leaves it invalid, and the next run builds it anew', async () => {
  const folder = folderWith(index)
  await withClient(url, async (writer) => {
    await writer.query('begin; insert into plans values (1)')
    await expect(migrate({ url, folder, insistMs: 0 })).rejects.toThrow('create index concurrently')
  })
  const validity = () => rows(`select indisvalid from pg_index where indexrelid = to_regclass('plans_id')`)
  expect(await validity()).toEqual([{ indisvalid: false }])
  expect(await migrate({ url, folder })).toEqual({ applied: ['0001_index.sql'] })
  expect(await validity()).toEqual([{ indisvalid: true }])
}, 20_000)

test('a migration that is the victim of a deadlock is tried again', async () => {
  await rows('drop table if exists sheets; create table sheets ()')
  await withClient(url, async (other) => {
    // the victim is whoever looks for a deadlock first
    await other.query(`set deadlock_timeout = '10s'; begin; lock table sheets`)
    const folder = folderWith({ '0001_both.sql': 'lock table plans; lock table sheets; create table both_locked ();' })
    const migrating = migrate({ url, folder })
    const waiting = `select 1 as one from pg_locks where relation = 'sheets'::regclass and not granted`
    await expect.poll(() => rows(waiting), { timeout: 10_000 }).toEqual([{ one: 1 }])
    await other.query('lock table plans')
    await other.query('commit')
    expect(await migrating).toEqual({ applied: ['0001_both.sql'] })
  })
}, 20_000)
