import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emptyDatabase } from '#tests/support/empty-database.js'
import { folderWith } from '#tests/support/folder-with.js'
import { migrate } from '../migrate.js'
import { newMigration } from './new-migration.js'
import { migrationStatus, statusLines } from './status.js'

const url = await emptyDatabase()

test('migrationStatus shows everything as pending on a database that was never migrated', async () => {
  const folder = folderWith({ '0001_one.sql': 'select 1' })
  expect(statusLines(await migrationStatus(url, folder))).toEqual(['· 0001_one.sql pending', '1 pending'])
})

test('migrationStatus says that there are no migrations', async () => {
  expect(statusLines(await migrationStatus(url, folderWith({})))).toEqual(['no migrations'])
})

test('migrationStatus shows applied, pending, changed and missing migrations, with remedies', async () => {
  const folder = folderWith({ '0001_one.sql': 'select 1', '0002_two.sql': 'select 1', '0003_three.sql': 'select 1' })
  await migrate({ url, folder })
  writeFileSync(join(folder, '0002_two.sql'), 'select 2')
  rmSync(join(folder, '0003_three.sql'))
  writeFileSync(join(folder, '0004_four.sql'), 'select 4')
  expect(statusLines(await migrationStatus(url, folder))).toEqual([
    expect.stringMatching(/^✓ 0001_one\.sql applied \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    expect.stringMatching(/^✗ 0002_two\.sql has changed since it was applied: restore it/),
    expect.stringMatching(/^✗ 0003_three\.sql was applied, but its file is missing: restore it/),
    '· 0004_four.sql pending',
    '1 applied, 1 changed, 1 missing, 1 pending',
  ])
})

test('newMigration takes the next number, and its file can be applied at once', async () => {
  const folder = folderWith({ '0001_one.sql': 'select 1' })
  expect(newMigration('second-step', folder)).toBe(join(folder, '0002_second-step.sql'))
  const fresh = await emptyDatabase()
  expect(await migrate({ url: fresh, folder })).toEqual({ applied: ['0001_one.sql', '0002_second-step.sql'] })
})

test.each([undefined, '', 'Second', 'a b', '../a', 'a_b'])('newMigration refuses the slug %j', (slug) => {
  expect(() => newMigration(slug, folderWith({}))).toThrow('Give the migration a name in kebab-case.')
})
