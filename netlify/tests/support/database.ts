import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { pgDatabase } from '#database/adapters/pg.js'
import type { Database } from '#database/connection.js'
import { boundTo } from '#database/unit-of-work.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { idOf } from '#tests/support/ids.js'
import { databaseUrl } from './template.js'
import { holdRowsAgainstSchemas } from './validate-rows.js'
import { withClient } from './with-client.js'

holdRowsAgainstSchemas()

export type TestDatabase = {
  readonly url: string
  /** The port to the database as the owner of its tables, past every policy. */
  readonly database: Database
  /** The port as requests use it: row-level security holds. */
  athlete(userId: AthleteId): Database
  visitor(): Database
  operator(): Database
  /** Runs any SQL as the owner of the tables, to arrange data and to look at it. */
  rows<Row extends pg.QueryResultRow = pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>
  /** Inserts an athlete, and returns the id. */
  insertAthlete(fields?: { email?: string; name?: string; timeZone?: string }): Promise<AthleteId>
  close(): Promise<void>
}

/** What a migrated database begins with. */
type Content = 'empty' | 'library'

/**
 * Makes a migrated database for this test file, which is dropped after it; call it at the top of
 * the file.
 */
export async function testDatabase(content: Content = 'empty'): Promise<TestDatabase> {
  const database = await createTestDatabase(content)
  afterAll(() => database.close())
  return database
}

/** Makes a database like `testDatabase`, which the caller closes. */
export async function createTestDatabase(content: Content = 'empty'): Promise<TestDatabase> {
  const { url, name } = await copyTemplate(content)
  const database = pgDatabase(url)
  const pool = new pg.Pool({ connectionString: url, max: 2, allowExitOnIdle: true })
  // a connection that is still closing when its database is dropped hears of that
  pool.on('error', () => undefined)
  const rows: TestDatabase['rows'] = async <Row extends pg.QueryResultRow>(text: string, values = noValues) =>
    (await pool.query<Row>(text, [...values])).rows
  return {
    url,
    database,
    rows,
    athlete: (userId) => boundTo(database, { kind: 'athlete', userId }),
    visitor: () => boundTo(database, { kind: 'visitor' }),
    operator: () => boundTo(database, { kind: 'operator' }),
    insertAthlete: (fields) => insertAthlete(rows, fields),
    close: async () => {
      await Promise.all([pool.end(), database.close()])
      await dropDatabase(name)
    },
  }
}

const noValues: readonly unknown[] = []

async function insertAthlete(
  rows: TestDatabase['rows'],
  fields: { email?: string; name?: string; timeZone?: string } = {},
) {
  const email = fields.email ?? `athlete-${randomBytes(6).toString('hex')}@example.com`
  const inserted = await rows<{ id: string }>(
    'insert into users (email, name, time_zone) values ($1, $2, $3) returning id',
    [email, fields.name ?? 'Ada', fields.timeZone ?? 'UTC'],
  )
  return idOf.athlete(inserted.map(({ id }) => id).join())
}

async function copyTemplate(content: Content): Promise<{ url: string; name: string }> {
  const { url, template, libraryTemplate, prefix } = inject('testServer')
  const name = `${prefix}${randomBytes(6).toString('hex')}`
  const copied = content === 'library' ? libraryTemplate : template
  await withClient(url, (client) => client.query(`create database "${name}" template "${copied}"`))
  return { url: databaseUrl(url, name), name }
}

async function dropDatabase(name: string): Promise<void> {
  const { url } = inject('testServer')
  await withClient(url, (client) => client.query(`drop database if exists "${name}" with (force)`))
}
