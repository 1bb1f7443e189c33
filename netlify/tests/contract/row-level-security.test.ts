import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { DatabaseError } from '#database/errors.js'
import type { Sql } from '#database/statement.js'
import { testDatabase } from '#tests/support/database.js'
import { rowsOf, run } from '#tests/support/statements.js'
import { failureOf } from './failure-of.js'
import { insertBareRow, loosen, personalTables } from './personal-tables.js'

const arranged = await testDatabase()
const tables = await personalTables(arranged)
const ada = await arranged.insertAthlete()
const bob = await arranged.insertAthlete()
const adasDatabase = arranged.athlete(ada)

/**
 * The security log is written before anybody is authenticated, so an athlete may append a row about
 * anybody, but reads only their own.
 */
const openToAppend = ['security_log']

beforeAll(async () => {
  for (const { table, userColumn } of tables) {
    await loosen(arranged, table)
    if (table === 'users') continue
    for (const athlete of [ada, bob]) await insertBareRow(arranged, table, userColumn, athlete)
  }
})

const literal = (text: string): Sql => ({ text, values: [] })

/** Returns the rows of a statement, or "denied" when the role has no privilege at all. */
async function rowsOrDenied(work: Promise<Record<string, unknown>[]>) {
  try {
    return await work
  } catch (error) {
    if (error instanceof DatabaseError && error.facts.sqlState === '42501') return 'denied'
    throw error
  }
}

/** Reads the place and the last writer of a row, which any update or delete changes. */
const footprint = (table: string, column: string, athlete: string) =>
  arranged.rows(`select ctid::text, xmin::text from ${table} where ${column} = $1`, [athlete])

test('personalTables finds the tables with personal data', () => {
  expect(tables.map(({ table }) => table)).toEqual(
    expect.arrayContaining(['users', 'workout_sessions', 'exercise_set_logs']),
  )
  expect(tables.length).toBeGreaterThanOrEqual(10)
})

describe.each(tables)('$table', ({ table, userColumn, writableColumn, secured, forced }) => {
  test('has row-level security enabled and forced', () => {
    expect({ secured, forced }).toEqual({ secured: true, forced: true })
  })

  test('shows an athlete only their own rows, even without a where clause', async () => {
    expect(await arranged.rows(`select distinct ${userColumn} from ${table}`)).toHaveLength(2)
    const seen = await rowsOrDenied(adasDatabase.query(rowsOf(literal(`select ${userColumn} as owner from ${table}`))))
    expect(seen === 'denied' ? [] : seen.filter(({ owner }) => owner !== ada)).toEqual([])
  })

  test('shows a visitor no rows', async () => {
    const seen = await rowsOrDenied(arranged.visitor().query(rowsOf(literal(`select 1 from ${table}`))))
    expect(seen === 'denied' ? [] : seen).toEqual([])
  })

  test.each(['update', 'delete'])(
    'keeps the rows of others when an athlete runs an %s without a where clause',
    async (verb) => {
      const before = await footprint(table, userColumn, bob)
      expect(before).toHaveLength(1)
      const column = writableColumn ?? userColumn
      const text = verb === 'update' ? `update ${table} set ${column} = ${column}` : `delete from ${table}`
      await rowsOrDenied(adasDatabase.batch([rowsOf(literal(text))]).then(([rows]) => rows))
      expect(await footprint(table, userColumn, bob)).toEqual(before)
      await restore(table, userColumn)
    },
  )

  test('refuses to insert a row for another athlete, or to hand one over', async () => {
    const handOver = run(literal(`update ${table} set ${userColumn} = '${bob}'`))
    expect(await failureOf(adasDatabase.batch([handOver]))).toMatchObject({ sqlState: '42501' })
    if (openToAppend.includes(table)) return
    const forged = insertBareRow(arranged, table, userColumn, randomUUID(), adasDatabase)
    expect(await failureOf(forged)).toMatchObject({ sqlState: '42501' })
  })
})

/** Inserts the row again when the delete was allowed, because the next test needs one. */
async function restore(table: string, userColumn: string): Promise<void> {
  if ((await arranged.rows(`select 1 from ${table} where ${userColumn} = $1`, [ada])).length > 0) return
  await insertBareRow(arranged, table, userColumn, ada)
}
