import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { borrowRequests } from '#database/admission.js'
import { metered, newMeter } from '#database/metered.js'
import { maybeOne, one, sql } from '#database/statement.js'
import { testDatabase } from '#tests/support/database.js'
import { idOf } from '#tests/support/ids.js'
import { rowsOf, run } from '#tests/support/statements.js'
import { failureOf } from './failure-of.js'
import { openSubjects } from './subjects.js'

const arranged = await testDatabase()
const subjects = await openSubjects(arranged)

beforeAll(async () => {
  await arranged.rows(`
    create table marks (
      id integer constraint marks_pkey primary key,
      place integer not null,
      constraint marks_place_key unique (place) deferrable initially deferred,
      constraint marks_place_check check (place > 0)
    )`)
})

beforeEach(async () => {
  await arranged.rows('truncate marks')
})

const insertMark = (id: number, place = id) =>
  run(sql`insert into marks (id, place) values (${id}::integer, ${place}::integer)`, 'insert-mark')
const marks = () => arranged.rows<{ id: number }>('select id from marks order by id')
const ensure = (condition: boolean) => run(sql`select app.ensure(${condition}::boolean, 'SESSION_NOT_OPEN')`, 'ensure')

describe.each(subjects)('$name: results', ({ database }) => {
  const numberRow = z.object({ n: z.number() })
  const upTo = {
    name: 'up-to',
    row: numberRow,
    sql: (n: number) => sql`select n from generate_series(1, ${n}::integer) as n order by n`,
    map: ({ n }: { n: number }) => n,
  }

  test('rowsOf gives all rows, maybeOne a row or null, and one a row', async () => {
    expect(await database.query(rowsOf(sql`select n from generate_series(1, 3) as n order by n`))).toEqual([
      { n: 1 },
      { n: 2 },
      { n: 3 },
    ])
    expect(await database.query(maybeOne(upTo)(0))).toBeNull()
    expect(await database.query(one(upTo)(1))).toBe(1)
  })

  test('one refuses no row, and maybeOne refuses two rows', async () => {
    await expect(database.query(one(upTo)(0))).rejects.toThrow('up-to: expected one row, got 0')
    await expect(database.query(maybeOne(upTo)(2))).rejects.toThrow('up-to: expected at most one row, got 2')
  })

  test('a batch gives its results in the order of its statements', async () => {
    const results = await database.batch([
      one(upTo)(1),
      insertMark(7),
      rowsOf(sql`select id from marks`),
      maybeOne(upTo)(0),
    ])
    expect(results).toEqual([1, undefined, [{ id: 7 }], null])
  })

  test('an empty batch gives no results', async () => {
    expect(await database.batch([])).toEqual([])
  })

  test('a batch runs a hundred statements', async () => {
    await database.batch(Array.from({ length: 100 }, (_, index) => insertMark(index + 1)))
    expect(await marks()).toHaveLength(100)
  })

  test('fifty queries at once each get their own result', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => database.query(rowsOf(sql`select ${n}::integer as n`))),
    )
    expect(answers).toEqual(Array.from({ length: 50 }, (_, n) => [{ n }]))
  })
})

describe.each(subjects)('$name: one transaction', ({ database }) => {
  test('all statements of a batch share one transaction and its clock', async () => {
    const look = rowsOf(sql`select now() as clock, pg_current_xact_id()::text as id`)
    const [[first], [second]] = await database.batch([look, look])
    expect(second).toEqual(first)
  })

  test('a batch that fails halfway changes nothing', async () => {
    await failureOf(database.batch([insertMark(1), insertMark(2), run(sql`select 1 / 0`, 'divide'), insertMark(3)]))
    expect(await marks()).toEqual([])
  })

  test('a single statement that fails changes nothing', async () => {
    await failureOf(
      database.query(run(sql`insert into marks (id, place) select n, 3 - n from generate_series(1, 5) as n`)),
    )
    expect(await marks()).toEqual([])
  })

  test('a violated constraint is named', async () => {
    const facts = await failureOf(database.batch([insertMark(1), insertMark(1)]))
    expect(facts).toMatchObject({ kind: 'constraint', sqlState: '23505', constraint: 'marks_pkey', ambiguous: false })
    const check = await failureOf(database.query(insertMark(1, -1)))
    expect(check).toMatchObject({
      kind: 'constraint',
      sqlState: '23514',
      constraint: 'marks_place_check',
      statement: 'insert-mark',
    })
  })

  test('a violated deferred constraint is named, although it fails at the commit', async () => {
    const facts = await failureOf(database.batch([insertMark(1, 5), insertMark(2, 5)]))
    expect(facts).toMatchObject({ kind: 'constraint', constraint: 'marks_place_key' })
    const alone = await failureOf(database.query(run(sql`insert into marks (id, place) values (1, 5), (2, 5)`)))
    expect(alone).toMatchObject({ kind: 'constraint', constraint: 'marks_place_key' })
    expect(await marks()).toEqual([])
  })

  test('a guard that fails carries its code and undoes the statements before it', async () => {
    const facts = await failureOf(database.batch([insertMark(1), ensure(false), insertMark(2)]))
    expect(facts).toMatchObject({ kind: 'guard', sqlState: 'CQ001', constraint: 'SESSION_NOT_OPEN', ambiguous: false })
    expect(await marks()).toEqual([])
  })

  test('a guard says more in its detail, and a constraint, whose detail shows rows, does not', async () => {
    const quota = { requests: 0, accountRequests: 1, windowSeconds: 60 }
    const spent = await failureOf(
      database.batch([borrowRequests({ caller: 'one', account: idOf.athlete(randomUUID()), quota, wanted: 4 })]),
    )
    expect(JSON.parse(spent.detail ?? '')).toMatchObject({ policy: 'default', remaining: 0 })
    expect(await failureOf(database.batch([insertMark(1), insertMark(1)]))).toMatchObject({ detail: null })
  })

  test('a guard that holds lets the batch commit', async () => {
    await database.batch([insertMark(1), ensure(true)])
    expect(await marks()).toEqual([{ id: 1 }])
  })

  test('the database can be used after failures', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) await failureOf(database.batch([insertMark(1), ensure(false)]))
    for (let attempt = 0; attempt < 10; attempt += 1) await failureOf(database.query(run(sql`select 1 / 0`)))
    expect(await database.batch([insertMark(1), rowsOf(sql`select id from marks`)])).toEqual([undefined, [{ id: 1 }]])
  })
})

describe.each(subjects)('$name: transaction options', ({ database }) => {
  const setting = (name: string) => rowsOf(sql`select current_setting(${name}::text) as value`)

  test('a read-only batch may read and may not write', async () => {
    const facts = await failureOf(database.batch([insertMark(1)], { readOnly: true }))
    expect(facts).toMatchObject({ kind: 'unexpected', sqlState: '25006' })
    expect(await database.batch([setting('transaction_read_only')], { readOnly: true })).toEqual([[{ value: 'on' }]])
    expect(await database.batch([setting('transaction_read_only')])).toEqual([[{ value: 'off' }]])
    expect(await marks()).toEqual([])
  })

  test.each(['read committed', 'repeatable read', 'serializable'] as const)(
    'isolation %s reaches the server',
    async (isolation) => {
      expect(await database.batch([setting('transaction_isolation')], { isolation })).toEqual([[{ value: isolation }]])
    },
  )

  test('the default isolation is read committed', async () => {
    expect(await database.batch([setting('transaction_isolation')])).toEqual([[{ value: 'read committed' }]])
  })

  test('one of two contradicting serializable batches fails as a conflict', async () => {
    const count = rowsOf(sql`select count(*)::integer as marks, pg_sleep(0.5)::text from marks`)
    const attempts = [1, 2].map((id) => database.batch([count, insertMark(id)], { isolation: 'serializable' }))
    const settled = await Promise.allSettled(attempts)
    const lost = settled.filter((outcome) => outcome.status === 'rejected').map(({ reason }) => reason.facts)
    expect(lost).toEqual([expect.objectContaining({ kind: 'conflict', sqlState: '40001', ambiguous: false })])
    expect(await marks()).toHaveLength(1)
  })
})

describe.each(subjects)('$name: round trips', ({ database, roundTrips }) => {
  const select = rowsOf(sql`select 1 as one`)
  const cost = async (work: () => Promise<unknown>) => {
    // connects first, so that connecting is not counted
    await database.query(select)
    const before = roundTrips()
    await work()
    return roundTrips() - before
  }

  test('a query takes one', async () => {
    expect(await cost(() => database.query(select))).toBe(1)
  })

  test('a batch takes one, its transaction included', async () => {
    const batch = [insertMark(1), insertMark(2), select] as const
    expect(await cost(() => database.batch(batch, { isolation: 'serializable' }))).toBe(1)
  })

  test('the meter counts what goes over the wire', async () => {
    const meter = newMeter()
    const counted = metered(database, meter)
    const wire = await cost(async () => {
      await counted.query(select)
      await counted.batch([insertMark(3), insertMark(4)])
      await counted.batch([])
      await failureOf(counted.query(run(sql`select 1 / 0`)))
    })
    expect(meter).toMatchObject({ roundTrips: 3, statements: 4 })
    expect(wire).toBe(3)
    expect(meter.milliseconds).toBeGreaterThan(0)
  })
})
