import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Parameter, type Sql, type Statement, sql } from '#database/statement.js'
import { testDatabase } from '#tests/support/database.js'
import { rowsOf, run } from '#tests/support/statements.js'
import { openSubjects } from './subjects.js'

const arranged = await testDatabase()
const subjects = await openSubjects(arranged)

const uuid = '0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b'
const awkward = `"quoted", 'single', {braces}, back\\slash, NULL, ünïcödé 💪\n\ttabs`

const results: readonly (readonly [type: string, query: Sql, expected: unknown])[] = [
  ['boolean', sql`select true as value`, true],
  ['smallint', sql`select 7::smallint as value`, 7],
  ['integer', sql`select -2147483648 as value`, -2147483648],
  ['bigint', sql`select 9007199254740991::bigint as value`, 9007199254740991],
  ['count', sql`select count(*) as value from (values (1), (2)) as two`, 2],
  ['numeric', sql`select 82.50::numeric(5, 2) as value`, 82.5],
  ['real', sql`select 0.5::real as value`, 0.5],
  ['double precision', sql`select 0.1::float8 + 0.2::float8 as value`, 0.1 + 0.2],
  ['text', sql`select 'pull-up' as value`, 'pull-up'],
  ['varchar', sql`select 'squat'::varchar(20) as value`, 'squat'],
  ['uuid', sql`select ${uuid}::uuid as value`, uuid],
  ['date', sql`select '2026-03-29'::date as value`, '2026-03-29'],
  ['time', sql`select '06:30'::time(0) as value`, '06:30:00'],
  ['timestamptz', sql`select '2026-11-22T16:57:13.123Z'::timestamptz as value`, new Date('2026-11-22T16:57:13.123Z')],
  [
    'timestamptz of another zone',
    sql`select '2026-03-29T02:30:00+05:30'::timestamptz as value`,
    new Date('2026-03-28T21:00:00Z'),
  ],
  ['json', sql`select '{"reps": 8}'::json as value`, { reps: 8 }],
  ['jsonb', sql`select '[{"reps": 8}, null, "a"]'::jsonb as value`, [{ reps: 8 }, null, 'a']],
  ['jsonb null', sql`select 'null'::jsonb as value`, null],
  ['null', sql`select null::integer as value`, null],
  [
    'text array',
    sql`select array['rings', 'a,b', 'NULL', '', 'q"q', null] as value`,
    ['rings', 'a,b', 'NULL', '', 'q"q', null],
  ],
  ['empty array', sql`select '{}'::text[] as value`, []],
  ['integer array', sql`select array[3, null, 1] as value`, [3, null, 1]],
  ['boolean array', sql`select array[true, false] as value`, [true, false]],
  [
    'nested array',
    sql`select array[array[1, 2], array[3, 4]] as value`,
    [
      [1, 2],
      [3, 4],
    ],
  ],
  ['array with bounds', sql`select '[2:3]={5,6}'::integer[] as value`, [5, 6]],
  ['uuid array', sql`select array[${uuid}::uuid] as value`, [uuid]],
  ['date array', sql`select array['2026-01-02'::date] as value`, ['2026-01-02']],
  [
    'timestamptz array',
    sql`select array['2026-01-02T03:04:05Z'::timestamptz] as value`,
    [new Date('2026-01-02T03:04:05Z')],
  ],
  ['jsonb array', sql`select array['{"reps": 8}'::jsonb] as value`, [{ reps: 8 }]],
  ['interval', sql`select interval '90 seconds' as value`, '00:01:30'],
]

const parameters: readonly (readonly [kind: string, query: Sql, expected: unknown])[] = [
  ['a string', sql`select ${awkward}::text as value`, awkward],
  ['an empty string', sql`select ${''}::text as value`, ''],
  ['a million characters', sql`select length(${'x'.repeat(1_000_000)}::text) as value`, 1_000_000],
  ['an integer', sql`select ${42}::integer as value`, 42],
  ['zero', sql`select ${0}::integer as value`, 0],
  ['a fraction', sql`select ${-12.75}::numeric as value`, -12.75],
  ['a tiny number', sql`select ${1e-7}::float8 as value`, 1e-7],
  ['true', sql`select ${true}::boolean as value`, true],
  ['false', sql`select ${false}::boolean as value`, false],
  ['null', sql`select ${null}::uuid as value`, null],
  [
    'a date and time',
    sql`select ${new Date('2026-11-22T16:57:13.123Z')}::timestamptz as value`,
    new Date('2026-11-22T16:57:13.123Z'),
  ],
  ['JSON text', sql`select ${JSON.stringify({ note: awkward })}::jsonb as value`, { note: awkward }],
  ['strings', sql`select ${[awkward, '', 'NULL', null]}::text[] as value`, [awkward, '', 'NULL', null]],
  ['no strings', sql`select ${[]}::text[] as value`, []],
  ['integers', sql`select ${[3, 1, 2]}::integer[] as value`, [3, 1, 2]],
  ['fractions', sql`select ${[0.5, null]}::numeric[] as value`, [0.5, null]],
  ['booleans', sql`select ${[true, false]}::boolean[] as value`, [true, false]],
  ['uuids, unnested', sql`select count(*) as value from unnest(${[uuid, uuid]}::uuid[])`, 2],
  ['one used twice', sql`select ${5}::integer + ${6}::integer as value`, 11],
]

describe.each(subjects)('$name: types', ({ database }) => {
  const read = async (query: Sql) => {
    const [row] = await database.query(rowsOf(query))
    return row?.value
  }

  test.each(results)('reads %s', async (_type, query, expected) => {
    expect(await read(query)).toEqual(expected)
  })

  test.each(parameters)('sends %s', async (_kind, query, expected) => {
    expect(await read(query)).toEqual(expected)
  })

  test('refuses a bigint that a number cannot hold, and does not round it', async () => {
    await expect(read(sql`select 9007199254740993::bigint as value`)).rejects.toThrow(RangeError)
    expect(await read(sql`select 9007199254740993::bigint::text as value`)).toBe('9007199254740993')
  })

  test('refuses an instant that a Date cannot hold', async () => {
    await expect(read(sql`select 'infinity'::timestamptz as value`)).rejects.toThrow(RangeError)
  })

  test('refuses undefined before anything is sent', async () => {
    const absent: { value?: string } = {}
    const values: readonly unknown[] = [absent.value]
    expect(() => sql`select ${absent.value as Parameter}::text`).toThrow('parameter $1 is undefined')
    const forged: Statement<void> = { ...run(sql`select 1`), text: 'select $1::text', values: values as Parameter[] }
    await expect(database.query(forged)).rejects.toThrow(TypeError)
    await expect(database.batch([forged])).rejects.toThrow(TypeError)
  })

  test('returns any text as it was sent', async () => {
    const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\0') && value.isWellFormed())
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(text)), text, async (texts, single) => {
        const [row] = await database.query(rowsOf(sql`select ${texts}::text[] as texts, ${single}::text as single`))
        expect(row).toEqual({ texts, single })
      }),
      { numRuns: 60 },
    )
  })
})
