import type { Client } from 'pg'
import type { MigrationFile } from './migration-file.js'

/** The bookkeeping row of a migration. */
export type AppliedMigration = {
  readonly number: number
  readonly name: string
  readonly checksum: string
  /** False while a file that runs outside a transaction is running, or when it was interrupted. */
  readonly finished: boolean
  /** How many statements of an unfinished file are done. */
  readonly statementsDone: number
  readonly startedAt: Date
}

// The table has its own schema, because it exists before the first migration. Every role may read
// it, so that a health check can.
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

/** Creates the bookkeeping table if it is missing; the caller holds the lock. */
export async function prepareBookkeeping(client: Client): Promise<void> {
  if (!(await hasBookkeeping(client))) await client.query(createTable)
}

/**
 * Lists the applied migrations in the order of their numbers; empty for a database that was never
 * migrated.
 */
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
 * Notes that a file begins. When the file runs in a transaction, so does the note, and it is kept
 * only if the file succeeds.
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
