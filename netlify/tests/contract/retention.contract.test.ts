import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cleanUp } from '#orchestration/housekeeping/clean-up.js'
import { testDatabase } from '#tests/support/database.js'
import { insertBareRow, loosen, personalTables } from './personal-tables.js'

const db = await testDatabase()
const now = new Date('2026-11-22T12:00:00.000Z')

/** Tables that say nothing about a person, and what they hold. */
const ofNobody: Readonly<Record<string, string>> = {
  'app.settings': 'facts about the database',
  exercise_categories: 'the library',
  exercise_edges: 'the library',
  exercise_names: 'the library',
  exercises: 'the library',
  library_version: 'the library',
  workout_levels: 'the library',
}

const minute = 60_000
const day = 24 * 60 * minute

type Forgotten = {
  /** The column that tells one row from another. */
  readonly row: string
  /** Sets the instant that the time counts from. */
  readonly since: string
  readonly keptMs: number
  /** How the page says it. */
  readonly said: string
}

/** Tables whose rows go by themselves. */
const forgotten: Readonly<Record<string, Forgotten>> = {
  account_exports: { row: 'user_id', since: 'expires_at = $2', keptMs: 0, said: 'seven days' },
  auth_jwks: { row: 'public_key', since: 'expires_at = $2', keptMs: 30 * day, said: '30 days' },
  auth_rate_limits: {
    row: 'key',
    since: 'last_request = extract(epoch from $2::timestamptz) * 1000',
    keptMs: day,
    said: 'a day',
  },
  auth_sessions: { row: 'user_id', since: 'expires_at = $2', keptMs: 0, said: 'until it expires' },
  auth_verifications: { row: 'identifier', since: 'expires_at = $2', keptMs: 0, said: 'until it expires' },
  idempotency_keys: { row: 'user_id', since: 'created_at = $2', keptMs: 2 * day, said: 'two days' },
  rate_limits: { row: 'bucket', since: 'window_start = $2', keptMs: day, said: 'a day' },
  request_counts: { row: 'caller', since: 'window_start = $2', keptMs: day, said: 'a day' },
  security_log: { row: 'user_id', since: 'at = $2', keptMs: 365 * day, said: 'a year' },
  webhook_deliveries: {
    row: 'user_id',
    since: 'next_attempt_at = null, delivered_at = $2',
    keptMs: 30 * day,
    said: '30 days',
  },
}

/** The lines of the page's table: tables, how long they are kept, and whether an export has them. */
function documented(): { tables: string[]; kept: string; exported: string }[] {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/operations.md'), 'utf8')
  const section = page.split('## How long what is kept')[1]?.split('\n## ')[0] ?? ''
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const [tables = '', , kept = '', exported = ''] = line.slice(2, -2).split(' | ')
      return { tables: [...tables.matchAll(/`([\w.]+)`/g)].map(([, table = '']) => table), kept, exported }
    })
}

/** Every table, and whether its rows go with an account, by foreign keys from table to table. */
const catalogue = () =>
  db.rows<{ table: string; goesWithAccount: boolean }>(`
    with recursive owned (oid) as (
      select 'users'::regclass::oid
      union
      select reference.conrelid
      from owned
      join pg_constraint as reference on reference.confrelid = owned.oid and reference.confdeltype = 'c'
    )
    select
      case namespace.nspname when 'public' then '' else namespace.nspname || '.' end || relation.relname as "table",
      exists (select from owned where owned.oid = relation.oid) as "goesWithAccount"
    from pg_class as relation
    join pg_namespace as namespace on namespace.oid = relation.relnamespace
    where relation.relkind in ('r', 'p') and namespace.nspname in ('public', 'app')`)

test('every table goes with the account, has its time on the page, or is of nobody', async () => {
  const named = new Set([...documented().flatMap(({ tables }) => tables), ...Object.keys(ofNobody)])
  const tables = await catalogue()
  expect(tables.length).toBeGreaterThan(25)
  expect(tables.filter(({ table, goesWithAccount }) => !goesWithAccount && !named.has(table))).toEqual([])
})

test('a table of nobody has no column for a person', async () => {
  const personal = (await personalTables(db)).map(({ table }) => table)
  expect(Object.keys(ofNobody).filter((table) => personal.includes(table))).toEqual([])
})

test('the page says of each table how long it is kept, and of each that no export has, why', () => {
  const lines = documented()
  for (const [table, { said }] of Object.entries(forgotten)) {
    expect(lines.find(({ tables }) => tables.includes(table))?.kept, table).toContain(said)
  }
  for (const { tables, exported } of lines) expect(exported, tables.join()).toMatch(/^(yes|no: \w.+)/)
})

/** Inserts a row whose time began then, and tells whether it is still there after the clean-up. */
async function survives(table: string, { row, since }: Forgotten, beganAt: Date): Promise<boolean> {
  const [named] = [randomUUID()]
  await insertBareRow(db, table, row, named)
  await db.rows(`update ${table} set ${since} where ${row} = $1`, [named, beganAt])
  await cleanUp(db.operator(), now)
  return (await db.rows(`select from ${table} where ${row} = $1`, [named])).length > 0
}

test.each(Object.entries(forgotten))('%s is forgotten when its time is over, and not before', async (table, kept) => {
  await loosen(db, table)
  const over = new Date(now.getTime() - kept.keptMs)
  expect(await survives(table, kept, new Date(over.getTime() + minute))).toBe(true)
  expect(await survives(table, kept, new Date(over.getTime() - minute))).toBe(false)
})

test('the digests of a sign-up are forgotten after two days, and the credentials stay', async () => {
  await loosen(db, 'auth_accounts')
  const [early, late] = [randomUUID(), randomUUID()]
  for (const [userId, hours] of [
    [early, 49],
    [late, 47],
  ] as const) {
    await insertBareRow(db, 'auth_accounts', 'user_id', userId)
    await db.rows(
      `update auth_accounts set sign_up_key = 'k', sign_up_body = 'b', created_at = $2 where user_id = $1`,
      [userId, new Date(now.getTime() - hours * 60 * minute)],
    )
  }
  await cleanUp(db.operator(), now)
  const digestsOf = (userId: string) =>
    db.rows('select sign_up_key as key, sign_up_body as body from auth_accounts where user_id = $1', [userId])
  expect(await digestsOf(early)).toEqual([{ key: null, body: null }])
  expect(await digestsOf(late)).toEqual([{ key: 'k', body: 'b' }])
})
