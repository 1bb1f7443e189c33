import { describe, expect, test } from 'vitest'
import { Entity, listAccountData } from '#queries/account-data.js'
import { testDatabase } from '#tests/support/database.js'
import { insertBareRow, loosen, personalTables } from './personal-tables.js'

const arranged = await testDatabase()
const tables = (await personalTables(arranged)).filter(({ table }) => table !== 'users')
const athlete = await arranged.insertAthlete()

/** Rows that an export leaves out, and why. */
const leftOut: Readonly<Record<string, string>> = {
  erasure_tombstones: 'there is none while there is an account',
  training_versions: 'a counter',
}

async function exportedRows(): Promise<number> {
  const entities = await arranged
    .athlete(athlete)
    .query(listAccountData({ userId: athlete, entities: Entity.options, types: null }))
  return entities.reduce((sum, { rows }) => sum + rows.length, 0)
}

describe.each(tables)('$table', ({ table, userColumn }) => {
  const reason = leftOut[table]

  test(reason ? `is left out of an export: ${reason}` : 'is part of an export', async () => {
    await loosen(arranged, table)
    const before = await exportedRows()
    await insertBareRow(arranged, table, userColumn, athlete)
    expect((await exportedRows()) - before, 'rows that listAccountData has gained').toBe(reason ? 0 : 1)
  })
})
