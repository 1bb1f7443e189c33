import type { Client } from 'pg'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { errorCode } from '../pg-session/pg-session.js'
import type { SqlStatement } from '../sql-text/split-statements.js'
import { insertStarted, updateFinished, updateStatementsDone } from './bookkeeping.js'
import { describeFailure } from './describe-failure.js'
import { dropInvalidIndexes } from './invalid-indexes.js'
import type { MigrationFile } from './migration-file.js'
import type { PlannedMigration } from './plan.js'

/**
 * Applies one migration.
 *
 * @throws CommandError (failed) that shows the statement; of a file in a transaction nothing is
 *   kept.
 */
export async function applyMigration(client: Client, file: MigrationFile, planned: PlannedMigration): Promise<void> {
  if (file.inTransaction) await applyWhole(client, file)
  else await applyStepwise(client, file, planned)
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
async function applyStepwise(client: Client, file: MigrationFile, { applied }: PlannedMigration): Promise<void> {
  const done = applied?.checksum === file.checksum ? applied.statementsDone : 0
  if (applied) await dropInvalidIndexes(client)
  if (done === 0) await insertStarted(client, file)
  for (const [index, statement] of file.statements.entries()) {
    if (index >= done) await applyStep(client, file, statement, index + 1)
  }
  await updateFinished(client, file)
}

async function applyStep(client: Client, file: MigrationFile, statement: SqlStatement, done: number): Promise<void> {
  const outcome = 'What stands before it in the file was kept; correct it and run again.'
  try {
    await inTransaction(client, async () => {
      await client.query(statement.text)
      await updateStatementsDone(client, file, done)
    })
  } catch (error) {
    if (!isRefusedInTransaction(error)) throw failure(file, statement, error, outcome)
    await run(client, file, statement, outcome)
    await updateStatementsDone(client, file, done)
  }
}

/**
 * Recognizes 25001 (cannot run inside a transaction block) and 2D000 (a procedure that commits by
 * itself).
 */
function isRefusedInTransaction(error: unknown): boolean {
  return ['25001', '2D000'].includes(errorCode(error) ?? '')
}

async function run(client: Client, file: MigrationFile, statement: SqlStatement, outcome: string): Promise<void> {
  try {
    await client.query(statement.text)
  } catch (error) {
    throw failure(file, statement, error, outcome)
  }
}

async function inTransaction(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin')
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
