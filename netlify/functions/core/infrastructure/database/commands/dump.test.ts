import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { emptyDatabase } from '#tests/support/empty-database.js'
import { folderWith } from '#tests/support/folder-with.js'
import { withPgSession } from '../pg-session/pg-session.js'
import { schemaFile, schemaOfMigrations, settle } from './dump.js'
import { dumpSchema } from './schema-dump/dump-schema.js'

const url = await emptyDatabase()
const kept = readFileSync(schemaFile, 'utf8')
const said: string[] = []

beforeEach(() => {
  said.length = 0
  for (const stream of ['log', 'error'] as const)
    vi.spyOn(console, stream).mockImplementation((line) => said.push(line))
})
afterEach(() => vi.restoreAllMocks())

test('schema.sql is what the migrations make', async () => {
  expect(await schemaOfMigrations(url)).toBe(kept)
})

test('schema.sql makes the same schema on an empty database', async () => {
  const dumped = await withPgSession(url, async (session) => {
    await session.query(kept)
    return dumpSchema(session)
  })
  expect(dumped).toBe(kept)
})

test('dumpSchema names what it cannot write', async () => {
  const other = await emptyDatabase()
  const dump = withPgSession(other, async (session) => {
    await session.query(
      `create type mood as enum ('sore'); create sequence counter; create table t (a int) partition by range (a)`,
    )
    return dumpSchema(session)
  })
  await expect(dump).rejects.toThrow('cannot write the relation counter, the relation t, the type mood yet')
})

test('dumpSchema writes constraints, indexes, policies, views and grants', async () => {
  const other = await emptyDatabase()
  const dumped = await withPgSession(other, async (session) => {
    await session.query(`
      create table kept (id integer not null, name text constraint named check (name <> ''));
      create index by_name on kept (lower(name)) where id > 0;
      alter table kept alter column id set statistics 0;
      alter table kept enable row level security;
      create unlogged table counts (id integer) with (fillfactor = 50);
      create policy readers on kept as restrictive for select to public using (id > 1);
      create policy writers on kept for insert to current_user with check (id > 2);
      grant select (id), update (id) on kept to public;
      create view names with (security_barrier) as select k.name from kept k where k.id > 3;
      create function f() returns int language sql return 1;
      revoke execute on function f() from public`)
    return dumpSchema(session)
  })
  for (const line of [
    `  constraint named check (name <> ''::text)`,
    'create index by_name on kept using btree (lower(name)) where id > 0;',
    'alter table kept alter column id set statistics 0;',
    'alter table kept enable row level security;',
    'create policy readers on kept as restrictive for select to public using (id > 1);',
    'create policy writers on kept for insert to current_user with check (id > 2);',
    'grant select (id) on kept to public;',
    'grant update (id) on kept to public;',
    'create view names with (security_barrier=true) as\n select name\n   from kept k\n  where id > 3;',
    'revoke execute on function f() from public;',
    'create unlogged table counts (\n  id integer\n) with (fillfactor=50);',
  ])
    expect(dumped).toContain(line)
})

test('settle with check shows a difference and leaves the file alone, and writes the file without check', () => {
  const path = join(folderWith({ 'schema.sql': 'one\ntwo\n' }), 'schema.sql')
  expect(settle({ path, text: 'one\nthree\n', check: true })).toBe(1)
  expect(said).toEqual([
    expect.stringContaining('schema.sql is not what the migrations make: npm run db:dump'),
    '  - two',
    '  + three',
  ])
  expect(readFileSync(path, 'utf8')).toBe('one\ntwo\n')
  expect(settle({ path, text: 'one\nthree\n', check: false })).toBe(0)
  expect(settle({ path, text: 'one\nthree\n', check: true })).toBe(0)
})
