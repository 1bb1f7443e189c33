import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { testDatabase } from '#tests/support/database.js'
import { emptyDatabase } from '#tests/support/empty-database.js'
import { migrate } from './migrate.js'
import { withPgSession } from './pg-session/pg-session.js'
import * as queries from './queries.js'
import type { AnyStatement } from './query-check/find-statements.js'
import { many, sql } from './statement.js'
import { allStatements, checkStatements, reportLines } from './test-queries.js'

const { url } = await testDatabase()

const check = (...statements: AnyStatement[]) => withPgSession(url, (client) => checkStatements(client, statements))

/** A statement as somebody might declare it. */
function declared(row: z.ZodObject, text: (parameters: { id: string; on: string }) => ReturnType<typeof sql>) {
  return many({ name: 'declared', row, sql: text, map: (values) => values })
}

const faultsOf = async (row: z.ZodObject, text: Parameters<typeof declared>[1]) =>
  (await check(declared(row, text)))[0]?.faults

const user = z.object({ id: z.string(), name: z.string().nullable(), version: z.number() })

describe('the statements of this project', () => {
  test('are exported by queries.ts from every file of queries/', () => {
    const hub = readFileSync(new URL('./queries.ts', import.meta.url), 'utf8')
    const files = readdirSync(new URL('./queries', import.meta.url)).filter((name) => !name.endsWith('.test.ts'))
    const lines = files.map((file) => `export * from './queries/${file.replace('.ts', '.js')}'`)
    expect(lines.filter((line) => !hub.includes(line))).toEqual([])
  })

  test('have unique names', () => {
    const statements = Object.values(queries).filter((value) => typeof value === 'function' && 'statementName' in value)
    const names = statements.map((statement) => Reflect.get(statement, 'statementName'))
    expect(names).toEqual([...new Set(names)])
  })

  test('fit the schema', async () => {
    const fresh = await emptyDatabase()
    await migrate({ url: fresh })
    expect(allStatements.length).toBeGreaterThan(50)
    const reports = await withPgSession(fresh, (client) => checkStatements(client, allStatements))
    expect(reports.flatMap(({ name, faults }) => faults.map((fault) => `${name}: ${fault}`))).toEqual([])
    expect(reports.filter(({ plan }) => plan === null)).toEqual([])
  }, 60_000)
})

describe('testQueries on a declaration that fits', () => {
  test('finds no faults, and says which index its plan uses', async () => {
    const [report] = await check(
      declared(user, ({ id }) => sql`select id, name, version from users where id = ${id}::uuid`),
    )
    expect(report).toEqual({
      name: 'declared',
      faults: [],
      plan: { top: ['Index Scan on users'], indexes: ['users_pkey'], wholeTables: [] },
    })
  })

  test('names a table that no index serves', async () => {
    const [report] = await check(
      declared(user, ({ id }) => sql`select id, name, version from users where name = ${id}::text`),
    )
    expect(report?.plan).toEqual({ top: ['Seq Scan on users'], indexes: [], wholeTables: ['users'] })
  })

  test.each([
    [
      'brands, enums, literals, pipes and transformations',
      z.object({
        id: z.string().brand<'Id'>(),
        units: z.enum(['metric', 'imperial']),
        version: z.literal([1, 2]),
        created_at: z.date().transform((instant) => instant.toISOString()),
        equipment: z.array(z.string()).readonly(),
      }),
      () => sql`select id, units, version, created_at, equipment from users`,
    ],
    [
      'whatever an expression may be',
      z.object({ a: z.number(), b: z.number().nullable() }),
      () => sql`select 1 as a, null::integer as b`,
    ],
    [
      'null from an outer join',
      z.object({ id: z.string().nullable() }),
      () => sql`select session.id from users left join workout_sessions as session on session.user_id = users.id`,
    ],
    [
      'never null where the statement sees to it',
      z.object({ name: z.string() }),
      () => sql`select name from users where name is not null`,
    ],
    [
      'JSON as anything but a date',
      z.object({ sets: z.array(z.object({ reps: z.number() })) }),
      () => sql`select planned_sets as sets from session_exercises`,
    ],
  ])('accepts %s', async (_, row, text) => {
    expect(await faultsOf(row, text)).toEqual([])
  })
})

describe('testQueries on a declaration that does not fit', () => {
  test.each([
    [
      'a column that is not returned',
      z.object({ id: z.string(), email: z.string() }),
      () => sql`select id from users`,
      'column email is declared, but not returned',
    ],
    [
      'a column that is not declared',
      z.object({ id: z.string() }),
      () => sql`select id, email from users`,
      'column email is returned, but not declared',
    ],
    [
      'a column returned twice',
      z.object({ id: z.string() }),
      () => sql`select id, id from users`,
      'column id is returned twice',
    ],
    [
      'another type',
      z.object({ version: z.string() }),
      () => sql`select version from users`,
      'column version is integer, and declared as text',
    ],
    [
      'another type behind nullable',
      z.object({ name: z.number().nullable() }),
      () => sql`select name from users`,
      'column name is character varying, and declared as number',
    ],
    [
      'an instant as text',
      z.object({ created_at: z.string() }),
      () => sql`select created_at from users`,
      'column created_at is timestamp with time zone, and declared as text',
    ],
    [
      'a date as an instant',
      z.object({ session_date: z.date() }),
      () => sql`select session_date from workout_sessions`,
      'column session_date is date, and declared as date',
    ],
    [
      'a list as one',
      z.object({ equipment: z.string() }),
      () => sql`select equipment from users`,
      'column equipment is text[], and declared as text',
    ],
    [
      'a list of others',
      z.object({ equipment: z.array(z.number()) }),
      () => sql`select equipment from users`,
      'column equipment is text[], and declared as a list of number',
    ],
    [
      'a null that is not expected',
      z.object({ name: z.string() }),
      () => sql`select name from users`,
      'column name may be null, and is declared as never null',
    ],
    [
      'a null that never comes',
      z.object({ email: z.string().nullable() }),
      () => sql`select email from users`,
      'column email is never null, and is declared as nullable',
    ],
    [
      'a parameter without a cast',
      z.object({ id: z.string() }),
      ({ id }: { id: string }) => sql`select id from users where id = ${id}`,
      'parameter $1 (uuid) has no cast',
    ],
    [
      'a parameter cast late',
      z.object({ id: z.string() }),
      ({ id }: { id: string }) => sql`select id from users where id = (${id})::uuid`,
      'parameter $1 (uuid) has no cast',
    ],
    [
      'a table that does not exist',
      z.object({ id: z.string() }),
      () => sql`select id from nowhere`,
      'relation "nowhere" does not exist',
    ],
    ['a syntax error', z.object({ id: z.string() }), () => sql`selec id from users`, 'syntax error at or near "selec"'],
  ])('%s', async (_, row, text, fault) => {
    expect(await faultsOf(row, text)).toEqual([fault])
  })

  test('asks for samples when the SQL depends on parameters', async () => {
    const text = ({ on }: { on: string }) => {
      if (on !== 'today' && on !== 'tomorrow') throw new Error('neither day')
      return sql`select 1 as id`
    }
    expect(await faultsOf(z.object({ id: z.number() }), text)).toEqual([
      'cannot be built from a placeholder (neither day): give query-check/samples.ts some parameters',
    ])
  })
})

describe('the report of testQueries', () => {
  let lines: string[]

  beforeAll(async () => {
    const bad = declared(z.object({ nothing: z.string() }), () => sql`select id from users`)
    lines = reportLines(
      await check(
        declared(user, () => sql`select id, name, version from users`),
        bad,
      ),
    )
  })

  test('names each statement with its plan and its indexes', () => {
    expect(lines[2]).toMatch(/^✓ {2}declared +Seq Scan on users +no index for users$/)
  })

  test('ends with the faults and their number', () => {
    expect(lines.slice(-3)).toEqual([
      '✗ declared: column nothing is declared, but not returned',
      '✗ declared: column id is returned, but not declared',
      '2 faults in 1 of 2 statements',
    ])
  })
})
