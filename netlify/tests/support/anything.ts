import fc from 'fast-check'
import type { TestDatabase } from './database.js'
import { happen, insertEndpoint } from './outbox.js'

/** Text that PostgreSQL stores, often with characters that are easily quoted wrongly. */
const storable = fc
  .string({
    unit: fc.oneof(
      { weight: 3, arbitrary: fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }) },
      {
        weight: 2,
        arbitrary: fc.constantFrom('"', "'", '\\', '{', '}', ',', 'NULL', '\n', '\r', '\t', '\\N', '\u2028', '💪🏽'),
      },
    ),
    maxLength: 40,
  })
  .filter((text) => !text.includes('\u0000') && text.isWellFormed())

/**
 * Rows of many kinds that a backup could get wrong: text, arrays, JSON, numbers and instants at the
 * edges of their types.
 */
export async function fillWithAnything(db: TestDatabase, seed: number): Promise<void> {
  const sample = <Value>(arbitrary: fc.Arbitrary<Value>, count: number) =>
    fc.sample(arbitrary, { numRuns: count, seed })
  for (const texts of sample(fc.array(storable, { minLength: 2, maxLength: 6 }), 60)) {
    const id = await db.insertAthlete({ name: texts.join('').slice(0, 90) })
    await db.rows('update users set equipment = $2, image = $3 where id = $1', [id, texts, texts[0]])
  }
  const json = fc
    .json({ stringUnit: 'grapheme' })
    .filter((text) => !text.includes('\\u0000') && !/\\ud[89a-f]/i.test(text))
  for (const [index, value] of sample(json, 60).entries())
    await db.rows('insert into app.settings (key, value) values ($1, $2::jsonb)', [
      `${index} ${value.slice(0, 20)}`,
      value,
    ])
  await insertNumbers(db, sample(fc.double({ noNaN: true, noDefaultInfinity: true }), 60))
  await insertInstants(db)
  await insertOutbox(db)
}

async function insertNumbers(db: TestDatabase, numbers: readonly number[]): Promise<void> {
  const [category] = await db.rows<{ id: number }>(
    `insert into exercise_categories (name, description) values ('Push', 'x') returning id`,
  )
  for (const number of [...numbers, 0.1 + 0.2, 5e-324, Number.MAX_VALUE, -0]) {
    const id = await db.insertAthlete()
    await db.rows(
      `insert into user_abilities (user_id, category_id, mean, variance, sessions_count) values ($1, $2, $3, 'Infinity', 0)`,
      [id, category?.id, number],
    )
    await db.rows('update users set body_mass_kg = 20 + ($2::integer % 30000) / 100.0 where id = $1', [
      id,
      Math.abs(Math.trunc(number % 30_000)),
    ])
  }
  await db.rows(`insert into auth_rate_limits (key, count, last_request) values ('big', 1, 9223372036854775807)`)
}

async function insertInstants(db: TestDatabase): Promise<void> {
  const instants = [
    '2026-11-22 12:00:00.123456+00',
    '1900-01-01 00:00:00+01',
    '0044-03-15 12:00:00+00 BC',
    'infinity',
    '-infinity',
  ]
  for (const instant of instants)
    await db.rows(
      `insert into security_log (id, at, kind, request_id, detail) values (gen_random_uuid(), $1::timestamptz, 'x', 'y', null)`,
      [instant],
    )
}

/** Writes events, which the database numbers, and the rows that refer to them. */
async function insertOutbox(db: TestDatabase): Promise<void> {
  const userId = await db.insertAthlete()
  await insertEndpoint(db, userId, { url: 'https://example.com/hook' })
  await happen(db, userId, 25)
}
