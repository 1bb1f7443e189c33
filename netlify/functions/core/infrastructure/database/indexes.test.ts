import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testDatabase } from '#tests/support/database.js'
import { withClient } from '#tests/support/with-client.js'
import { allStatements, checkStatements } from './test-queries.js'

const { url, rows } = await testDatabase('library')

type Index = {
  readonly name: string
  readonly table: string
  readonly columns: readonly string[]
  /** The condition of a partial index. */
  readonly where: string | null
  readonly method: string
  readonly isUnique: boolean
}

const indexes = await rows<Index>(`
  select
    index.relname::text as name,
    stored.indrelid::regclass::text as "table",
    array(select pg_get_indexdef(index.oid, key, true) from generate_series(1, stored.indnkeyatts) as key) as columns,
    pg_get_expr(stored.indpred, stored.indrelid) as "where",
    method.amname::text as method,
    stored.indisunique as "isUnique"
  from pg_index as stored
  join pg_class as index on index.oid = stored.indexrelid
  join pg_am as method on method.oid = index.relam
  where index.relnamespace in ('public'::regnamespace, 'app'::regnamespace)
  order by index.relname`)

type ForeignKey = {
  readonly name: string
  readonly table: string
  readonly columns: readonly string[]
  readonly to: string
  readonly cascades: boolean
}

const foreignKeys = await rows<ForeignKey>(`
  select
    conname::text as name,
    conrelid::regclass::text as "table",
    array(select attname::text from unnest(conkey) as key join pg_attribute on attrelid = conrelid and attnum = key) as columns,
    confrelid::regclass::text as "to",
    confdeltype = 'c' as cascades
  from pg_constraint
  where contype = 'f'`)

/** Whether an index finds the rows that refer to a row: its first columns are those of the key, in any order. */
const serves = ({ table, columns }: ForeignKey, index: Index) =>
  index.table === table &&
  index.where === null &&
  columns.every((column) => index.columns.slice(0, columns.length).includes(column))

/** Whether everything that the first index finds is found by the beginning of the second. */
const repeats = (one: Index, other: Index) =>
  one !== other &&
  one.table === other.table &&
  one.method === other.method &&
  one.where === other.where &&
  one.columns.every((column, place) => other.columns[place] === column)

/** What reads an index, where no plan of a declared statement on small tables does. */
const otherUses: Readonly<Record<string, string>> = {
  idx_account_exports_due: 'claimExport takes the one that has waited longest',
  idx_auth_verifications_identifier: 'the account service looks for a code',
  idx_request_counts_account: 'app.own_request_counts, for an export',
  idx_exercises_difficulty: 'a larger library',
  idx_exercises_level_category: 'the design document names it, and rows of the library are seldom written',
  idx_exercises_tags: 'a larger library',
  idx_security_log_at: 'a log of a year',
  idx_webhook_deliveries_due: 'many deliveries that have settled',
}

test('every index is unique, finds what goes with a row, is in the plan of a statement, or has its use here', async () => {
  const reports = await withClient(url, (client) => checkStatements(client, allStatements))
  const planned = new Set(reports.flatMap(({ plan }) => plan?.indexes ?? []))
  const useless = indexes.filter(
    (index) =>
      !index.isUnique &&
      !planned.has(index.name) &&
      !foreignKeys.some((key) => key.cascades && serves(key, index)) &&
      !(index.name in otherUses),
  )
  expect(useless.map(({ name }) => name)).toEqual([])
  expect(Object.keys(otherUses).filter((name) => !indexes.some((index) => index.name === name))).toEqual([])
}, 60_000)

/** The design document names these, and releases before this one name the constraints that they repeat. */
const repeating = ['idx_user_current_levels_user_id', 'idx_user_exercise_configs_user_id']

test('no index repeats the beginning of another', () => {
  const found = indexes.filter((one) => !one.isUnique && indexes.some((other) => repeats(one, other)))
  expect(found.map(({ name }) => name)).toEqual(repeating)
})

test('what goes with a row is found by an index', () => {
  const toLibrary = ({ to }: ForeignKey) => ['exercises', 'exercise_categories', 'workout_levels'].includes(to)
  const isFound = ({ table, columns }: ForeignKey) =>
    indexes.some((index) => index.table === table && index.where === null && columns.includes(index.columns[0] ?? ''))
  // nothing of the library is ever deleted
  const lost = foreignKeys.filter((key) => key.cascades && !toLibrary(key) && !isFound(key))
  expect(lost.map(({ name }) => name)).toEqual([])
})

test('the guide says of every index that is no constraint who reads it', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../../../../docs/database-infrastructure.md'), 'utf8')
  const rows = [...guide.matchAll(/^\| `(\w+)` \| [^|]+ \|$/gm)].map(([, name = '']) => name)
  expect(indexes.filter(({ isUnique, name }) => !isUnique && !rows.includes(name)).map(({ name }) => name)).toEqual([])
})
