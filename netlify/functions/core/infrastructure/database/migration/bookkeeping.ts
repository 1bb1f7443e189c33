import type { Client } from 'pg'
import type { MigrationFile } from './migration-file.js'

/** What the database remembers about one migration. */
export type AppliedMigration = {
  readonly number: number
  readonly name: string
  readonly checksum: string
  /** False while a file that runs outside a transaction is under way, or was cut short. */
  readonly finished: boolean
  /** How many statements of an unfinished file are done. */
  readonly statementsDone: number
  readonly startedAt: Date
}

// In a schema of its own, because it is there before the first migration; readable by all, so that
// a health check can tell.
const createTable = `
  create schema if not exists migrations;
  create table if not exists migrations.applied (
    number integer constraint applied_pkey primary key,
    name text not null,
    checksum text not null,
    started_at timestamptz not null default clock_timestamp(),
    finished_at timestamptz,
    statements_done integer not null default 0
  );
  grant usage on schema migrations to public;
  grant select on migrations.applied to public`

/** Makes the table, when it is not there; called under the lock. */
export async function prepareBookkeeping(client: Client): Promise<void> {
  if (!(await hasBookkeeping(client))) await client.query(createTable)
}

/** What was applied, in the order of the numbers; nothing on a database that was never migrated. */
export async function listApplied(client: Client): Promise<AppliedMigration[]> {
  if (!(await hasBookkeeping(client))) return []
  const { rows } = await client.query<AppliedMigration>(`
    select number, name, checksum, finished_at is not null as finished, statements_done as "statementsDone",
      started_at as "startedAt"
    from migrations.applied
    order by number`)
  return rows
}

/**
 * Notes that a file begins; in its transaction when it has one, so that only what is done is
 * remembered.
 */
export async function insertStarted(client: Client, file: MigrationFile): Promise<void> {
  await client.query(
    `insert into migrations.applied (number, name, checksum)
     values ($1::integer, $2::text, $3::text)
     on conflict (number) do update set checksum = excluded.checksum, started_at = excluded.started_at, statements_done = 0
     where migrations.applied.finished_at is null`,
    [file.number, file.name, file.checksum],
  )
}

export async function updateStatementsDone(client: Client, file: MigrationFile, done: number): Promise<void> {
  await client.query('update migrations.applied set statements_done = $2::integer where number = $1::integer', [
    file.number,
    done,
  ])
}

export async function updateFinished(client: Client, file: MigrationFile): Promise<void> {
  await client.query(
    `update migrations.applied set finished_at = clock_timestamp(), statements_done = $2::integer where number = $1::integer`,
    [file.number, file.statements.length],
  )
}

async function hasBookkeeping(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    `select to_regclass('migrations.applied') is not null as found`,
  )
  return rows[0]?.found === true
}
