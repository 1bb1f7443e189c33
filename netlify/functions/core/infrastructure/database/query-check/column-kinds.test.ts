import { expect, test } from 'vitest'
import * as z from 'zod'
import { emptyDatabase } from '#tests/support/empty-database.js'
import { pgDatabase } from '../adapters/pg.js'
import { many } from '../statement.js'
import { kindOfType } from './column-kinds.js'

const url = await emptyDatabase()

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
])('tells what the adapters make of %s', async (type, literal, expected) => {
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
