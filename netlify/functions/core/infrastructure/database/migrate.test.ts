import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { emptyDatabase } from '#tests/support/empty-database.js'
import { folderWith } from '#tests/support/folder-with.js'
import { withClient } from '#tests/support/with-client.js'
import { type MigrateOptions, migrate, summaryOf } from './migrate.js'

const url = await emptyDatabase()

const rows = (text: string) => withClient(url, async (client) => (await client.query(text)).rows)
const tables = async () =>
  (
    await rows(`select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`)
  ).map(({ relname }) => relname)
const run = (folder: string, more: Partial<MigrateOptions> = {}) => migrate({ url, folder, ...more })
const two = { '0001_one.sql': 'create table one ();', '0002_two.sql': 'create table two ();' }

beforeEach(async () => {
  await rows('drop schema if exists migrations, app cascade; drop schema public cascade; create schema public')
})

test('migrate applies every migration of the project to an empty database', async () => {
  const { applied } = await migrate({ url })
  expect(applied.length).toBeGreaterThanOrEqual(5)
  expect(await tables()).toContain('exercise_set_logs')
})

test('migrate does nothing the second time, and says so', async () => {
  const folder = folderWith(two)
  expect(summaryOf(await run(folder))).toBe('2 applied')
  expect(summaryOf(await run(folder))).toBe('already up to date')
})

test('migrate prints a line with its time for each file', async () => {
  const lines: string[] = []
  await run(folderWith(two), { log: (line) => lines.push(line) })
  expect(lines).toEqual([expect.stringMatching(/^✓ 0001_one\.sql \(\d+ ms\)$/), expect.stringMatching(/^✓ 0002_two/)])
})

test('ten runs of migrate at once apply each file once', async () => {
  const folder = folderWith({ ...two, '0003_slow.sql': 'select pg_sleep(0.3); create table three ();' })
  const results = await Promise.all(Array.from({ length: 10 }, () => run(folder)))
  expect(results.flatMap(({ applied }) => applied)).toEqual(['0001_one.sql', '0002_two.sql', '0003_slow.sql'])
  expect(await tables()).toEqual(['one', 'three', 'two'])
})

test('ten runs of migrate at once wait for an index that is built concurrently', async () => {
  const folder = folderWith({
    '0001_table.sql': 'create table one (id integer); insert into one select generate_series(1, 100000);',
    '0002_index.sql': '--! no-transaction\ncreate index concurrently one_id on one (id);',
  })
  const results = await Promise.all(Array.from({ length: 10 }, () => run(folder)))
  expect(results.flatMap(({ applied }) => applied)).toEqual(['0001_table.sql', '0002_index.sql'])
})

test('migrate refuses a file that changed after it was applied, and runs nothing', async () => {
  const folder = folderWith(two)
  await run(folder)
  writeFileSync(join(folder, '0001_one.sql'), 'create table one (id integer);')
  writeFileSync(join(folder, '0003_three.sql'), 'create table three ();')
  await expect(run(folder)).rejects.toThrow('0001_one.sql has changed since it was applied: restore it')
  expect(await tables()).toEqual(['one', 'two'])
})

test('migrate refuses when an applied file is missing', async () => {
  const folder = folderWith(two)
  await run(folder)
  rmSync(join(folder, '0001_one.sql'))
  await expect(run(folder)).rejects.toThrow('0001_one.sql was applied, but its file is missing: restore it')
})

test('migrate refuses a renamed file, and gives both names', async () => {
  const folder = folderWith(two)
  await run(folder)
  renameSync(join(folder, '0002_two.sql'), join(folder, '0002_second.sql'))
  await expect(run(folder)).rejects.toThrow('0002_second.sql was applied as 0002_two.sql')
})

test('migrate refuses a file with a number below the last applied one, and gives a free number', async () => {
  await run(folderWith({ '0001_one.sql': two['0001_one.sql'], '0003_three.sql': 'create table three ();' }))
  const folder = folderWith({ ...two, '0003_three.sql': 'create table three ();' })
  await expect(run(folder)).rejects.toThrow(
    '0002_two.sql is late, 0003 is applied already: give it a number above 0003',
  )
})

test('migrate refuses the address of a pooler before it connects', async () => {
  const pooled = 'postgres://ada:secret@ep-cool-sun-123-pooler.eu-central-1.aws.neon.tech/x'
  await expect(migrate({ url: pooled })).rejects.toThrow('set DATABASE_URL_UNPOOLED to the direct one')
})

test('migrate names all problems at once', async () => {
  const folder = folderWith(two)
  await run(folder)
  writeFileSync(join(folder, '0001_one.sql'), 'create table one (id integer);')
  rmSync(join(folder, '0002_two.sql'))
  await expect(run(folder)).rejects.toThrow(/0001_one\.sql has changed[\s\S]*0002_two\.sql was applied, but/)
})

test('migrate refuses two files with one number', async () => {
  const folder = folderWith({ ...two, '0002_zwei.sql': 'select 1;' })
  await expect(run(folder)).rejects.toThrow('0002_two.sql and 0002_zwei.sql have one number')
})

test('migrate keeps nothing of a file that fails midway, keeps the files before it, and points to the error with a caret', async () => {
  const folder = folderWith({
    '0001_one.sql': two['0001_one.sql'],
    '0002_broken.sql': `create table two ();\n\n-- ünïcödé 😀\ncreate table three (\n\tid integer,\n\t"ä😀" text, name tekst\n);`,
    '0003_three.sql': 'create table four ();',
  })
  await expect(run(folder)).rejects.toMatchObject({
    exitCode: 5,
    message: [
      '0002_broken.sql, line 6, column 18: type "tekst" does not exist (42704)',
      '  6 | \t"ä😀" text, name tekst',
      `    | \t${' '.repeat(16)}^`,
      '  Nothing of this file was kept.',
    ].join('\n'),
  })
  expect(await tables()).toEqual(['one'])
  expect(await rows('select name from migrations.applied')).toEqual([{ name: '0001_one.sql' }])
})

test('migrate shows where a statement begins when the server gives no position', async () => {
  const folder = folderWith({
    '0001_rows.sql': `create table one (id integer constraint one_key unique);\n  insert into one values (1), (1);`,
  })
  await expect(run(folder)).rejects.toThrow(
    /line 2, column 3: duplicate key value .* \(23505\)\n {2}2 \| {3}insert .*\n {4}\| {3}\^\n {2}detail: Key \(id\)=\(1\) already exists/,
  )
})

test('migrate reports a failure at the end of the transaction', async () => {
  const folder = folderWith({
    '0001_deferred.sql': `create table one (id integer primary key);
      create table two (one integer constraint two_fkey references one (id) deferrable initially deferred);
      insert into two values (1);`,
  })
  await expect(run(folder)).rejects.toThrow('0001_deferred.sql: insert or update on table "two" violates')
  expect(await tables()).toEqual([])
})

test('migrate keeps what was done of a file outside a transaction, and continues there once it is corrected', async () => {
  const source = '--! no-transaction\ncreate table one (id integer);\ncreate index concurrently one_id on one (idd);'
  const folder = folderWith({ '0001_index.sql': source })
  await expect(run(folder)).rejects.toThrow('What stands before it in the file was kept')
  expect(await tables()).toEqual(['one'])
  await rows('alter table one add column idd integer')
  expect(await run(folder)).toEqual({ applied: ['0001_index.sql'] })
})

test('migrate rebuilds an index that a cut build left invalid', async () => {
  const source = '--! no-transaction\ncreate unique index concurrently if not exists one_id on one (id);'
  const folder = folderWith({
    '0001_one.sql': 'create table one (id integer); insert into one values (1), (1);',
    '0002_index.sql': source,
  })
  await expect(run(folder)).rejects.toThrow('could not create unique index')
  await rows('delete from one where ctid = (select min(ctid) from one)')
  expect(await run(folder)).toEqual({ applied: ['0002_index.sql'] })
  expect(await rows(`select indisvalid from pg_index where indexrelid = 'one_id'::regclass`)).toEqual([
    { indisvalid: true },
  ])
})
