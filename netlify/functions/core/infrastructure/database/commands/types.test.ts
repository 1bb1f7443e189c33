import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { emptyDatabase } from '#tests/support/empty-database.js'
import { pgDatabase } from '../adapters/pg.js'
import { kindOfType } from '../column-kinds.js'
import { withPgSession } from '../connect.js'
import { many } from '../statement.js'
import { generateFromMigrations, pathOf } from './generated-file.js'
import { writeTableTypes } from './table-types/write-types.js'
import { typesFile } from './types.js'

const url = await emptyDatabase()

test('tables.generated.ts is what the migrations make', async () => {
  expect(await generateFromMigrations(url, writeTableTypes)).toBe(readFileSync(pathOf(typesFile.name), 'utf8'))
})

test('a table becomes a type: its names, its kinds, its nulls', async () => {
  const types = await withPgSession(url, async (session) => {
    await session.query(`create table made_up (
      id uuid not null, born date, at timestamptz not null, share numeric(4, 2), tags text[] not null, facts jsonb, ok boolean)`)
    return writeTableTypes(session)
  })
  expect(types).toContain(`export type MadeUpRow = {
  readonly id: string
  readonly born: string | null
  readonly at: Date
  readonly share: number | null
  readonly tags: readonly string[]
  readonly facts: unknown
  readonly ok: boolean | null
}
`)
})

test.each([
  ['bool', 'true', 'boolean'],
  ['int2', '1', 'number'],
  ['int4', '1', 'number'],
  ['int8', '1', 'number'],
  ['float4', '1.5', 'number'],
  ['float8', '1.5', 'number'],
  ['numeric', '1.5', 'number'],
  ['oid', '1', 'number'],
  ['timestamptz', '2026-11-22T17:00:00Z', 'object'],
  ['json', '{"a": 1}', 'object'],
  ['jsonb', '{"a": 1}', 'object'],
  ['text', 'a', 'string'],
  ['varchar', 'a', 'string'],
  ['uuid', '00000000-0000-4000-8000-000000000001', 'string'],
  ['date', '2026-11-22', 'string'],
  ['time', '17:00', 'string'],
  ['inet', '127.0.0.1', 'string'],
])('the adapters read %s as this says', async (type, literal, expected) => {
  const read = many({
    name: 'read',
    row: z.object({ value: z.unknown() }),
    sql: () => ({ text: `select '${literal}'::${type} as value`, values: [] }),
    map: ({ value }) => value,
  })
  const database = pgDatabase(url)
  const [value] = await database.query(read({}))
  await database.close()
  expect(typeof value).toBe(expected)
  const kind: Record<string, string> = {
    boolean: 'boolean',
    number: 'number',
    string: 'text',
    object: value instanceof Date ? 'date' : 'json',
  }
  expect(kindOfType(type)).toBe(kind[expected])
})
