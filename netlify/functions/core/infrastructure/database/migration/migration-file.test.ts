import { expect, test } from 'vitest'
import { parseMigration } from './migration-file.js'

test.each(['1_a.sql', '0000_a.sql', '0001-a.sql', '0001_A.sql', '0001_a b.sql', '0001_.sql'])(
  'refuses the name %s',
  (name) => {
    expect(() => parseMigration(name, 'select 1')).toThrow(`${name} is not named NNNN_slug.sql`)
  },
)

test.each(['begin', 'COMMIT', 'rollback to savepoint a', 'start transaction'])('refuses "%s" in a file', (control) => {
  expect(() => parseMigration('0001_a.sql', `select 1;\n${control};`)).toThrow(`0001_a.sql says "${control}"`)
})

test('reads --! no-transaction at the head, even below other comments', () => {
  expect(parseMigration('0001_a.sql', '-- why\n--! no-transaction\nvacuum').inTransaction).toBe(false)
  expect(parseMigration('0001_a.sql', '-- why\nselect 1;\n--! no-transaction\n').inTransaction).toBe(true)
})

test('refuses an unknown directive', () => {
  expect(() => parseMigration('0001_a.sql', '--! no-transactions\nselect 1')).toThrow('says "--! no-transactions"')
})

test('has the same checksum with any line endings', () => {
  const [unix, windows] = ['select 1;\nselect 2;\n', 'select 1;\r\nselect 2;\r\n']
  expect(parseMigration('0001_a.sql', windows).checksum).toBe(parseMigration('0001_a.sql', unix).checksum)
  expect(parseMigration('0001_a.sql', 'select 1;').checksum).not.toBe(parseMigration('0001_a.sql', unix).checksum)
})
