import type { Client } from 'pg'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { errorCode } from '../pg-session/pg-session.js'
import type { SqlStatement } from '../sql-text/split-statements.js'
import { insertStarted, updateFinished, updateStatementsDone } from './bookkeeping.js'
import { describeFailure } from './describe-failure.js'
import { type Insistence, insist, lockWaitMsMax } from './insist.js'
import { dropInvalidIndexes } from './invalid-indexes.js'
import type { MigrationFile } from './migration-file.js'
import type { PlannedMigration } from './plan.js'

/** Where a migration runs, and how patiently. */
export type Applying = Insistence & { readonly client: Client }

/**
 * Applies one migration; a file, or a step of it, that finds others in its way is tried again.
 *
 * @throws CommandError (failed) that shows the statement; of a file in a transaction nothing is
 *   kept.
 */
export async function applyMigration(
  applying: Applying,
  file: MigrationFile,
  planned: PlannedMigration,
): Promise<void> {
  if (file.inTransaction) await insist(file.name, applying, () => applyWhole(applying.client, file))
  else await applyStepwise(applying, file, planned)
}

// the bookkeeping row goes first, so that a second runner without the lock would collide before it
// changes anything
async function applyWhole(client: Client, file: MigrationFile): Promise<void> {
  const outcome = 'Nothing of this file was kept.'
  try {
    await inTransaction(client, async () => {
      await insertStarted(client, file)
      for (const statement of file.statements) await run(client, file, statement, outcome)
      await updateFinished(client, file)
    })
  } catch (error) {
    throw failure(file, null, error, outcome)
  }
}

/**
 * Runs each statement with its bookkeeping in a transaction of its own, so that an interrupted file
 * continues where it stopped.
 */
async function applyStepwise(applying: Applying, file: MigrationFile, { applied }: PlannedMigration): Promise<void> {
  const { client } = applying
  const done = applied?.checksum === file.checksum ? applied.statementsDone : 0
  if (applied) await insist(file.name, applying, () => dropLeftovers(applying))
  if (done === 0) await insertStarted(client, file)
  for (const [index, statement] of file.statements.entries()) {
    const step = { file, statement, done: index + 1 }
    if (index >= done) await insist(file.name, applying, (earlier) => applyStep(applying, step, earlier))
  }
  await updateFinished(client, file)
}

type Step = { readonly file: MigrationFile; readonly statement: SqlStatement; readonly done: number }

async function applyStep(applying: Applying, { file, statement, done }: Step, earlier: number): Promise<void> {
  const { client } = applying
  const outcome = 'What stands before it in the file was kept; correct it and run again.'
  if (earlier > 0) await dropLeftovers(applying)
  try {
    await inTransaction(client, async () => {
      await client.query(statement.text)
      await updateStatementsDone(client, file, done)
    })
  } catch (error) {
    if (!isRefusedInTransaction(error)) throw failure(file, statement, error, outcome)
    const alone = () => run(client, file, statement, outcome)
    await (isConcurrent(statement) ? withLongLockWait(applying, alone) : alone())
    await updateStatementsDone(client, file, done)
  }
}

/** Drops what an attempt that was refused or cut short may have left behind. */
function dropLeftovers(applying: Applying): Promise<void> {
  return withLongLockWait(applying, () => dropInvalidIndexes(applying.client))
}

/**
 * Recognizes 25001 (cannot run inside a transaction block) and 2D000 (a procedure that commits by
 * itself).
 */
function isRefusedInTransaction(error: unknown): boolean {
  return ['25001', '2D000'].includes(errorCode(error) ?? '')
}

/** Recognizes `create index concurrently` and its like among what cannot run in a transaction. */
function isConcurrent({ text }: SqlStatement): boolean {
  return /\bconcurrently\b/i.test(text)
}

/**
 * Lets work wait as long as the whole migration may: work that goes on concurrently waits for older
 * transactions to end, and stops nobody meanwhile.
 */
async function withLongLockWait({ client, msMax }: Applying, work: () => Promise<void>): Promise<void> {
  await client.query(`set lock_timeout = ${Math.max(msMax, lockWaitMsMax)}`)
  try {
    await work()
  } finally {
    // what went wrong with the work says more than this
    await client.query(`set lock_timeout = ${lockWaitMsMax}`).catch(() => undefined)
  }
}

async function run(client: Client, file: MigrationFile, statement: SqlStatement, outcome: string): Promise<void> {
  try {
    await client.query(statement.text)
  } catch (error) {
    throw failure(file, statement, error, outcome)
  }
}

async function inTransaction(client: Client, work: () => Promise<void>): Promise<void> {
  // set each time, whatever a file before has set
  await client.query(`begin; set local lock_timeout = ${lockWaitMsMax}`)
  try {
    await work()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

function failure(file: MigrationFile, statement: SqlStatement | null, error: unknown, outcome: string): CommandError {
  if (error instanceof CommandError) return error
  return new CommandError(exitCodes.failed, `${describeFailure(file, statement, error)}\n  ${outcome}`, error)
}
