import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import type { AthleteId } from '#domain/values/id.schema.js'
import { testDatabase } from '#tests/support/database.js'
import { emptyDatabase } from '#tests/support/empty-database.js'
import { happen, insertEndpoint } from '#tests/support/outbox.js'
import { temporaryFolder } from '#tests/support/temporary-folder.js'
import { withClient } from '#tests/support/with-client.js'
import { migrate } from '../migrate.js'
import { migrationsFolder } from '../migration/read-migrations.js'
import { ArchiveManifest } from './backup/archive-format.js'
import { LineSum } from './backup/line-sum.js'
import { backup } from './backup.js'
import { restore } from './restore.js'

const db = await testDatabase()
const folder = temporaryFolder()
const file = join(folder, 'x.backup')
const rowsIn = (url: string, text: string, values: unknown[] = []) =>
  withClient(url, async (client) => (await client.query(text, values)).rows)

let ada: AthleteId
let grace: AthleteId

beforeAll(async () => {
  ada = await db.insertAthlete({ name: 'Ada' })
  grace = await db.insertAthlete({ name: 'Grace' })
  for (const userId of [ada, grace]) {
    await insertEndpoint(db, userId, { url: 'https://example.com' })
    await happen(db, userId, 3)
  }
  await backup({ url: db.url, file })
})

const names = async (url: string) => (await rowsIn(url, 'select name from users order by name')).map(({ name }) => name)

test('restore migrates a database that was never migrated, and fills a migrated one that is empty', async () => {
  const [fresh, migrated] = [await emptyDatabase(), await emptyDatabase()]
  await migrate({ url: migrated })
  const lines: string[] = []
  await restore({ url: fresh, file, log: (line) => lines.push(line) })
  expect(lines.filter((line) => line.includes('.sql (')).length).toBeGreaterThan(5)
  expect(lines).toContain('✓ public.users: 2 rows')
  await restore({ url: migrated, file })
  expect([await names(fresh), await names(migrated)]).toEqual([
    ['Ada', 'Grace'],
    ['Ada', 'Grace'],
  ])
})

test('restore refuses a database with rows, and keeps them', async () => {
  const url = await emptyDatabase()
  await migrate({ url })
  await rowsIn(url, `insert into users (email, name) values ('a@example.com', 'Barbara')`)
  await expect(restore({ url, file })).rejects.toMatchObject({
    exitCode: 4,
    message: expect.stringContaining('This database is not empty: public.users has rows. Restore into a new database'),
  })
  expect(await names(url)).toEqual(['Barbara'])
})

test('restore refuses a database of something else', async () => {
  const url = await emptyDatabase()
  await rowsIn(url, 'create table posts ()')
  await expect(restore({ url, file })).rejects.toMatchObject({
    exitCode: 4,
    message: expect.stringContaining('This database belongs to something else: it has public.posts.'),
  })
})

test('restore refuses a damaged file before it touches the database', async () => {
  const url = await emptyDatabase()
  const broken = join(folder, 'broken.backup')
  writeFileSync(broken, 'no backup')
  await expect(restore({ url, file: broken })).rejects.toMatchObject({
    exitCode: 4,
    message: expect.stringContaining(broken),
  })
  expect(await rowsIn(url, `select to_regclass('migrations.applied') as books`)).toEqual([{ books: null }])
})

/** The migrations of the project, and one more. */
function folderWithOneMore(sql: string): string {
  const more = join(folder, randomUUID())
  mkdirSync(more)
  for (const name of readdirSync(migrationsFolder)) copyFileSync(join(migrationsFolder, name), join(more, name))
  writeFileSync(join(more, '9000_later.sql'), sql)
  return more
}

const later = `alter table users add column motto text; update users set motto = 'of ' || name;`

test('restore fills an earlier version, and then migrates on', async () => {
  const url = await emptyDatabase()
  await restore({ url, file, folder: folderWithOneMore(later) })
  expect(await rowsIn(url, 'select motto from users order by 1')).toEqual([{ motto: 'of Ada' }, { motto: 'of Grace' }])
})

test('restore refuses a database that is newer than the backup', async () => {
  const url = await emptyDatabase()
  const more = folderWithOneMore(later)
  await migrate({ url, folder: more })
  await expect(restore({ url, file, folder: more })).rejects.toMatchObject({
    exitCode: 4,
    message: expect.stringContaining('This database has 9000_later.sql, which is newer than the backup.'),
  })
})

test('restore refuses a backup with an unknown or different migration, and names it', async () => {
  const url = await emptyDatabase()
  const [more, other] = [folderWithOneMore(later), folderWithOneMore('select 1;')]
  const newer = join(folder, 'newer.backup')
  await migrate({ url, folder: more })
  await backup({ url, file: newer })
  const target = await emptyDatabase()
  await expect(restore({ url: target, file: newer })).rejects.toThrow(
    'rests on 9000_later.sql, which is not known here',
  )
  await expect(restore({ url: target, file: newer, folder: other })).rejects.toThrow(
    '9000_later.sql, which is another here',
  )
  expect(await rowsIn(target, `select to_regclass('migrations.applied') as books`)).toEqual([{ books: null }])
})

test('restore keeps nothing when the database refuses a row', async () => {
  const url = await emptyDatabase()
  // a check that the backup knows nothing of
  await migrate({ url })
  await rowsIn(url, `alter table users add constraint users_no_grace check (name <> 'Grace')`)
  await expect(restore({ url, file })).rejects.toMatchObject({
    exitCode: 5,
    message: expect.stringMatching(/^users: new row .*"users_no_grace" \(23514\)\./),
  })
  expect(await names(url)).toEqual([])
})

test('restore keeps rows as they were backed up, whatever triggers would do', async () => {
  const url = await emptyDatabase()
  await migrate({ url })
  await rowsIn(
    url,
    `create function app.shout() returns trigger language plpgsql as $$ begin new.name = upper(new.name); return new; end $$;
     create trigger users_shout before insert on users for each row execute function app.shout()`,
  )
  await restore({ url, file })
  expect(await names(url)).toEqual(['Ada', 'Grace'])
  await rowsIn(url, `insert into users (email, name) values ('b@example.com', 'Barbara')`)
  expect(await names(url)).toEqual(['Ada', 'BARBARA', 'Grace'])
})

const counts = (url: string, userId: string) =>
  rowsIn(
    url,
    `select
      (select count(*) from users where id = $1)::integer as users,
      (select count(*) from events where user_id = $1)::integer as events,
      (select count(*) from webhook_deliveries where user_id = $1)::integer as deliveries`,
    [userId],
  )

test.each(['a live database', 'a later backup'])(
  'restore erases athletes again who were erased since, according to %s',
  async (source) => {
    const live = await emptyDatabase()
    await restore({ url: live, file })
    await rowsIn(
      live,
      `insert into erasure_tombstones (user_id, erased_at, scope) values ($1, '2026-11-22T12:00:00.123456Z', 'account')`,
      [grace],
    )
    await rowsIn(live, 'delete from users where id = $1', [grace])
    const laterFile = join(folder, `${randomUUID()}.backup`)
    await backup({ url: live, file: laterFile })
    const url = await emptyDatabase()
    const tombstones = source === 'a live database' ? live : laterFile
    expect(await restore({ url, file, tombstones })).toMatchObject({ erased: 1 })
    expect(await counts(url, grace)).toEqual([{ users: 0, events: 0, deliveries: 0 }])
    expect(await counts(url, ada)).toEqual([{ users: 1, events: 3, deliveries: 3 }])
    const kept = 'select user_id, erased_at::text, scope from erasure_tombstones'
    expect(await rowsIn(url, kept)).toEqual(await rowsIn(live, kept))
  },
)

test('restore erases athletes again whose tombstone is in the backup itself', async () => {
  const url = await emptyDatabase()
  const copy = await emptyDatabase()
  await restore({ url: copy, file })
  await rowsIn(copy, `insert into erasure_tombstones (user_id, erased_at, scope) values ($1, now(), 'account')`, [ada])
  const odd = join(folder, 'odd.backup')
  await backup({ url: copy, file: odd })
  expect(await restore({ url, file: odd })).toMatchObject({ erased: 1 })
  expect(await names(url)).toEqual(['Grace'])
})

test('restore refuses a tombstone of an unknown scope, and keeps nothing', async () => {
  const live = await emptyDatabase()
  await restore({ url: live, file })
  await rowsIn(live, `insert into erasure_tombstones (user_id, erased_at, scope) values ($1, now(), 'left-arm')`, [ada])
  const url = await emptyDatabase()
  await expect(restore({ url, file, tombstones: live })).rejects.toMatchObject({
    exitCode: 4,
    message: expect.stringContaining('(left-arm)'),
  })
  expect(await names(url)).toEqual([])
})

const attempt = { table: 'public.auth_rate_limits', row: ['192.0.2.1|/sign-in/email', '3', '1790000000000'] }

test('a backup holds no sessions, no counts of attempts and no exports', async () => {
  const [{ id } = { id: '' }] = await rowsIn(
    db.url,
    `insert into auth_sessions (user_id, token, expires_at) values ($1, 'x', now() + interval '7 days') returning id`,
    [ada],
  )
  await rowsIn(db.url, 'insert into auth_rate_limits (key, count, last_request) values ($1, $2, $3)', attempt.row)
  await rowsIn(
    db.url,
    `with export as (
      insert into account_exports (id, user_id, scopes, reads_until, created_at, updated_at, expires_at)
      values (gen_random_uuid(), $1, '{of-an-export}', now(), now(), now(), now())
      returning id, user_id
    )
    insert into account_export_parts (export_id, number, user_id, rows, content)
    select id, 1, user_id, 0, convert_to('of a part', 'UTF8')
    from export`,
    [ada],
  )
  const now = join(folder, 'now.backup')
  await backup({ url: db.url, file: now })
  const text = gunzipSync(readFileSync(now)).toString()
  const left = [id, attempt.row[0] ?? '', 'of-an-export', Buffer.from('of a part').toString('hex')]
  expect(left.filter((trace) => text.includes(trace))).toEqual([])
  expect(text).toContain(ada)
})

/** The first backup as a release wrote it that left no table out: with an attempt to sign in. */
function backupWithAnAttempt(): string {
  const [text, last] = gunzipSync(readFileSync(file))
    .toString()
    .split(/\n(?=.*\n$)/)
  const lines = text?.split('\n') ?? []
  const row = JSON.stringify([randomUUID(), ...attempt.row])
  lines.splice(lines.indexOf(JSON.stringify({ table: attempt.table })) + 1, 0, row)
  const sumOf = (summed: readonly string[]) => {
    const sum = new LineSum()
    sum.add(summed)
    return sum.digest()
  }
  const manifest = ArchiveManifest.parse(JSON.parse(last ?? ''))
  const tables = manifest.tables.map((table) =>
    table.name === attempt.table ? { ...table, rows: 1, sha256: sumOf([row]) } : table,
  )
  const older = join(folder, 'older.backup')
  const whole = [...lines, JSON.stringify({ ...manifest, tables, sha256: sumOf(lines) }), '']
  writeFileSync(older, gzipSync(whole.join('\n')))
  return older
}

test('restore brings back no counts of attempts from a backup that holds them', async () => {
  const url = await emptyDatabase()
  const lines: string[] = []
  await restore({ url, file: backupWithAnAttempt(), log: (line) => lines.push(line) })
  expect(lines).toContain('✓ public.auth_rate_limits: 1 row')
  expect(await rowsIn(url, 'select from auth_rate_limits')).toEqual([])
  expect(await names(url)).toEqual(['Ada', 'Grace'])
})
