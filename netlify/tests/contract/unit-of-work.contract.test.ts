import { afterAll, describe, expect, test } from 'vitest'
import { neonDatabase } from '#database/adapters/neon.js'
import { pgDatabase } from '#database/adapters/pg.js'
import { sql } from '#database/statement.js'
import { boundTo, type Identity } from '#database/unit-of-work.js'
import { testDatabase } from '#tests/support/database.js'
import { idOf } from '#tests/support/ids.js'
import { startNeonEndpoint } from '#tests/support/neon-endpoint.js'
import { rowsOf, run } from '#tests/support/statements.js'
import { failureOf } from './failure-of.js'

const arranged = await testDatabase()
const endpoint = await startNeonEndpoint()
// one connection, so that what a unit of work leaves behind would reach the next one
const subjects = [
  { name: 'pg', database: pgDatabase(arranged.url, { connectionsMax: 1 }) },
  { name: 'neon', database: neonDatabase(arranged.url, { endpoint: endpoint.url }) },
]
afterAll(async () => {
  await Promise.all(subjects.map(({ database }) => database.close()))
  await endpoint.close()
})

const whoAmI = rowsOf(sql`
  select current_user::text as role, nullif(current_setting('app.user_id', true), '') as user_id, app.current_user_id() as seen`)
const [owner] = await arranged.rows<{ name: string }>('select current_user::text as name')
const asOwner = [{ role: owner?.name, user_id: null, seen: null }]
const ada = await arranged.insertAthlete({ name: 'Ada' })
const bob = await arranged.insertAthlete({ name: 'Bob' })

describe.each(subjects)('$name: units of work', ({ database }) => {
  const as = (identity: Identity) => boundTo(database, identity)

  test('each identity has its own role and athlete', async () => {
    expect(await as({ kind: 'athlete', userId: ada }).query(whoAmI)).toEqual([
      { role: 'calistheniq_app', user_id: ada, seen: ada },
    ])
    expect(await as({ kind: 'visitor' }).query(whoAmI)).toEqual([
      { role: 'calistheniq_app', user_id: null, seen: null },
    ])
    expect(await as({ kind: 'operator' }).query(whoAmI)).toEqual([
      { role: 'calistheniq_operator', user_id: null, seen: null },
    ])
  })

  test('the identity does not leak into the next unit of work', async () => {
    await as({ kind: 'athlete', userId: ada }).query(whoAmI)
    expect(await database.query(whoAmI)).toEqual(asOwner)
    expect(await database.batch([whoAmI])).toEqual([asOwner])
    await as({ kind: 'athlete', userId: ada }).batch([run(sql`select 1`)])
    expect(await as({ kind: 'visitor' }).query(whoAmI)).toMatchObject([{ seen: null }])
  })

  test('the identity does not leak when the unit of work fails', async () => {
    await failureOf(as({ kind: 'athlete', userId: ada }).batch([run(sql`select app.ensure(false, 'NO')`)]))
    expect(await database.query(whoAmI)).toEqual(asOwner)
  })

  test('many at once keep their identities apart', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => (index % 2 ? ada : bob))
    const seen = await Promise.all(ids.map((userId) => as({ kind: 'athlete', userId }).query(whoAmI)))
    expect(seen.map(([row]) => row?.user_id)).toEqual(ids)
  })

  test('a query may only read, and a batch may write', async () => {
    const rename = run(sql`update users set name = 'Ada L.' where id = ${ada}::uuid`)
    const athlete = as({ kind: 'athlete', userId: ada })
    expect(await failureOf(athlete.query(rename))).toMatchObject({ kind: 'unexpected', sqlState: '25006' })
    await athlete.batch([rename])
    expect(await arranged.rows('select name from users where id = $1', [ada])).toEqual([{ name: 'Ada L.' }])
  })

  test('the results of a batch do not include the statement that sets the identity', async () => {
    const batch = [rowsOf(sql`select 1 as n`), run(sql`select 2`), rowsOf(sql`select 3 as n`)] as const
    expect(await as({ kind: 'visitor' }).batch(batch)).toEqual([[{ n: 1 }], undefined, [{ n: 3 }]])
    expect(await as({ kind: 'visitor' }).batch([])).toEqual([])
  })

  test('the failing statement is named where the adapter knows it', async () => {
    const facts = await failureOf(
      as({ kind: 'visitor' }).batch([run(sql`select 1`, 'fine'), run(sql`select 1 / 0`, 'divide')]),
    )
    expect(facts.statement).toBe(database === subjects[0]?.database ? 'divide' : null)
  })

  test('each gets the time that is left, and none begins when no time is left', async () => {
    const remaining = [5_000, 1_234.5, 0]
    const limited = boundTo(database, { kind: 'visitor' }, { remainingMs: () => remaining.shift() ?? 0 })
    const limit = rowsOf(sql`select current_setting('statement_timeout') as most`)
    expect(await limited.query(limit)).toEqual([{ most: '5s' }])
    expect(await limited.query(limit)).toEqual([{ most: '1235ms' }])
    const facts = await failureOf(limited.query(limit))
    expect(facts).toMatchObject({ kind: 'timeout', sqlState: null, ambiguous: false })
  })

  test('a forged athlete id is refused', async () => {
    const facts = await failureOf(
      as({ kind: 'athlete', userId: idOf.athlete("' or true --") }).query(rowsOf(sql`select id from users`)),
    )
    expect(facts).toMatchObject({ kind: 'unexpected', sqlState: '22P02' })
  })
})
