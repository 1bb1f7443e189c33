import { describe, expect, test } from 'vitest'
import { DatabaseError } from '#database/errors.js'
import { ensureExportable, listOwnedRows, type OwnedPageRow } from '#queries/account-data.js'
import { Entity } from '#queries/owned-entities.js'
import { testDatabase } from '#tests/support/database.js'
import { insertBareRow, loosen, personalTables } from './personal-tables.js'

const arranged = await testDatabase()
const tables = (await personalTables(arranged)).filter(({ table }) => table !== 'users')
const userId = await arranged.insertAthlete()
const database = arranged.athlete(userId)

/** Rows that an export leaves out, and why. */
const leftOut: Readonly<Record<string, string>> = {
  account_export_parts: 'copies of what is exported',
  account_exports: 'they are of copies',
  erasure_tombstones: 'there is none while there is an account',
  training_checkpoints:
    'copies of what follows from sessions and events, which are exported with what follows from them',
  training_versions: 'a counter',
}

const everything = { userId, types: null, entities: Entity.options }

/** Counts the rows of an export that is read page by page, two rows each. */
async function rowsInPages(): Promise<number> {
  let count = 0
  for (const entity of Entity.options) {
    let after: readonly string[] | null = null
    do {
      const page: OwnedPageRow[] = await database.query(
        listOwnedRows({ userId, types: null, entity, after, until: new Date('2100-01-01'), limit: 2, bytesMax: 1e6 }),
      )
      count += page.length
      after = page.at(-1)?.place ?? null
    } while (after)
  }
  return count
}

/** Counts the rows that decide whether an export fits into one answer: the fewest that are let through. */
async function rowsCounted(): Promise<number> {
  for (let rowsMax = 0; ; rowsMax += 1) {
    try {
      await database.query(ensureExportable({ ...everything, rowsMax, bytesMax: 1e9 }))
      return rowsMax
    } catch (error) {
      if (!(error instanceof DatabaseError && error.facts.constraint === 'EXPORT_TOO_LARGE')) throw error
    }
  }
}

const countEveryWay = async () => [await rowsInPages(), await rowsCounted()]

describe.each(tables)('$table', ({ table, userColumn }) => {
  const reason = leftOut[table]

  test(reason ? `is left out of an export: ${reason}` : 'is part of an export, however it is read', async () => {
    await loosen(arranged, table)
    const before = await countEveryWay()
    await insertBareRow(arranged, table, userColumn, userId)
    const gained = (await countEveryWay()).map((rows, way) => rows - (before[way] ?? 0))
    expect(gained, 'rows that each way of reading has gained').toEqual(Array(2).fill(reason ? 0 : 1))
  })
})
